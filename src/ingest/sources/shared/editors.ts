/** Our own names, stated by the editors of this graph. */
import type { Facts, Saying } from "../../facts.ts";

const id = "source:entente-editors";

/**
 * The source of a name of our own: the editors, as authored.
 * States the editors as a source, in the words of the original seed.
 * @param saying of the record that needed the name; its file and line are kept.
 */
export function authored(facts: Facts, { origin }: Saying): Saying {
  const said: Saying = { source: id, locator: "names", origin, basis: "AUTHORED" };
  facts
    .entity("Source", id, origin)
    .sayOnce("name", "The editors of Entente", said)
    .sayOnce("headline", "Entente, a knowledge graph of bilateral diplomacy", said)
    .sayOnce("kind", "EDITORIAL", said);
  return said;
}
