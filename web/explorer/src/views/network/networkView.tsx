/** `/network?of=<id>`: what leads on from an entity, as a drawing and as tables; `/network` asks with what to begin. */
import { missing } from "../../site/missing.tsx";
import type { View } from "../../site/page.ts";
import { addressOf, readAddress } from "./address.ts";
import { Beginning } from "./Beginning.tsx";
import { Gatherer } from "./gather.ts";
import { kinds as askKinds } from "./kinds.ts";
import { Network, titleOf } from "./Network.tsx";
import { placesBeside } from "./placeBeside.ts";

/** The view of the network. */
export const networkView: View = async (address, ask) => {
  const { state, look } = readAddress(addressKept(address));
  if (state.of.length === 0 && state.moves.length === 0)
    return {
      title: "The network · Entente",
      description: "Begin with an entity and follow what leads on from it, with what says so at every step.",
      canonical: "/network",
      body: <Beginning />,
    };
  const gatherer = new Gatherer(ask);
  const [kinds, gathered] = await Promise.all([askKinds(ask), gatherer.gather(state)]);
  if (gathered.entities.size === 0) return missing(state.of.join(", "));
  const places = await placesBeside({
    moves: state.moves,
    batches: gathered.batches,
    steps: [...gathered.steps.values()].map(({ source, target }) => ({ source, target })),
  });
  const canonical = addressOf(state, look);
  const title = titleOf(state, gathered);
  return {
    title: `${title} · Entente`,
    description: `${title}: ${gathered.entities.size} entities and ${gathered.steps.size} steps, with what says so.`,
    canonical,
    body: <Network key={canonical} {...{ state, look, gathered, places, gatherer, kinds }} />,
  };
};

/** The address, or the one of a file that was opened: too long to be sent to a server. */
function addressKept(address: URL): URL {
  const kept = address.searchParams.has("file") ? globalThis.sessionStorage?.getItem("network") : null;
  return kept ? new URL(kept, address) : address;
}
