/** The edition of a graph: a digest of all that bundles say in it and of what editors decided. All else follows. */
import { createHash } from "node:crypto";
import type { Run } from "../graph/database/driver.ts";
import { readIdentities } from "./decisions.ts";
import { editorsOf, type Resolution } from "./resolve.ts";
import { entriesOf, readState, type Said } from "./said.ts";

/** The edition of a graph, made anew of what its nodes remember. */
export async function editionOfGraph(read: Run): Promise<string> {
  const edited = editorsOf(await readIdentities(read));
  return editionOf(await readState(read), { edited });
}

/** The edition of what is stated of each entity. @param after by the id of each. */
export function editionOf(after: Map<string, Said[]>, { edited }: Pick<Resolution, "edited">): string {
  const hash = createHash("sha256");
  for (const id of [...after.keys()].sort()) hash.update(`${id}\n${entriesOf(after.get(id)!)}\n`);
  for (const { a, b, outcome } of edited) hash.update(`${a} ${b} ${outcome}\n`);
  return hash.digest("hex");
}
