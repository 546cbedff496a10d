/** `/paths?from=<id>&to=<id>`: how two entities are connected; `/paths` asks which two. */
import { missing } from "../../site/missing.tsx";
import { AskError } from "../../site/ask.ts";
import type { View } from "../../site/page.ts";
import { Choice } from "./Choice.tsx";
import { Paths } from "./Paths.tsx";
import { sizes, type Found } from "./pathsAnswer.ts";
import claim from "../../parts/claim.graphql?raw";
import paths from "./paths.graphql?raw";

const document = `${paths}\n${claim}`;

interface Hubs {
  __type: { inputFields: { name: string; description: string }[] } | null;
}

const hubsDocument = `query Hubs { __type(name: "HubInput") { inputFields { name description } } }`;

/** The view of the ways from one to another. */
export const pathsView: View = async (address, ask) => {
  const { from, to, during } = Object.fromEntries(address.searchParams);
  if (!from || !to) {
    const names = await chosen(ask, from ?? to);
    return {
      title: "How are they connected? · Entente",
      description: "Choose two names to see the shortest ways from one to the other, with what says so at each step.",
      canonical: "/paths",
      body: (
        <article class="paths">
          <header>
            <h1 tabIndex={-1}>How are they connected?</h1>
            <p class="lead">
              Choose two: officials, states, meetings, anything with a name. You get the shortest ways from one to the
              other, each step with its evidence, and what was searched.
            </p>
          </header>
          <Choice from={from} to={to} names={from ? [names, ""] : ["", names]} />
          <p>
            For example{" "}
            <a href="/paths?from=official:blinken-antony-j&to=official:barcena-alicia">Blinken and Bárcena</a>.
          </p>
        </article>
      ),
    };
  }
  if (from === to) throw new AskError("These are one and the same. Choose two that differ.", "BAD_USER_INPUT");
  const wanted = Number(address.searchParams.get("ways")) || sizes.first;
  const first = Math.min(sizes.most, Math.max(1, Math.floor(wanted)));
  const variables = { from: { id: from }, to: { id: to }, first, ...(during && { during }) };
  const [{ data }, schema] = await Promise.all([
    ask<{ paths: Found | null }>(document, variables),
    ask<Hubs>(hubsDocument),
  ]);
  const found = data.paths;
  if (!found) return missing(`${from}, ${to}`);
  const title = `${found.from.name} and ${found.to.name}`;
  const query = new URLSearchParams({
    from: found.from.id,
    to: found.to.id,
    ...(during && { during }),
    ...(first !== sizes.first && { ways: String(first) }),
  });
  const hubs = hubsIn(schema.data.__type?.inputFields ?? []);
  return {
    title: `How are ${title} connected? · Entente`,
    description: found.paths[0]?.sentence ?? `No way was found from ${found.from.name} to ${found.to.name}.`,
    canonical: `/paths?${query.toString().replaceAll("%3A", ":")}`,
    body: <Paths address={address} found={found} first={first} during={during ?? null} hubs={hubs} />,
    question: { document, variables },
  };
};

/** What counts as a hub, in the words of the schema. Empty if it says nothing of it. */
function hubsIn(fields: readonly { name: string; description: string }[]): string {
  const standard = (field: string): string | undefined =>
    /Defaults to ([^;.]+)/.exec(fields.find(({ name }) => name === field)?.description ?? "")?.[1];
  const [kinds, edges] = [standard("kinds"), standard("neighbours")];
  return [kinds, edges && `whatever has more than ${edges} edges`].filter(Boolean).join(", and ");
}

async function chosen(ask: Parameters<View>[1], id: string | undefined): Promise<string> {
  if (!id) return "";
  const { data } = await ask<{ node: { name: string } | null }>(
    `query Name($id: ID!) { node(id: $id) { ... on Entity { name } } }`,
    { id },
  );
  return data.node?.name ?? "";
}
