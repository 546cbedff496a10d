/** What a loaded graph says that can't be true: facts that contradict each other, counted by kind. */
import * as z from "zod";
import type { Run } from "../../graph/database/driver.ts";
import { everyNode, printed } from "../../graph/model/pattern.ts";
import type { Properties } from "../../ingest/changes.ts";
import { pattern, words, worldFile } from "../../ingest/worldFile.ts";
import { countedTwice } from "./countedTwice.ts";
import { equalTenures } from "./equalTenures.ts";
import { membersWithoutHead } from "./membersWithoutHead.ts";
import { outsideLife } from "./outsideLife.ts";
import { noPerson, theDead } from "./people.ts";
import { severalHolders } from "./severalHolders.ts";

/** The nodes of a type, by id. */
export type Nodes = (type: string) => Map<string, Properties>;

/** One fault: the entity, and what is wrong with it. */
export interface Finding {
  id: string;
  words: string;
}

/** A kind of fault. */
export interface Fault {
  /** As in `listed.yaml`. */
  name: string;
  /** What it is, for a reader. */
  words: string;
  find: (nodes: Nodes) => Finding[];
}

/** All kinds, in the order in which they are told. */
export const faults: readonly Fault[] = [
  outsideLife,
  severalHolders,
  equalTenures,
  countedTwice,
  membersWithoutHead,
  theDead,
  noPerson,
];

/** The types whose nodes the kinds need. */
const types = ["Country", "Meeting", "Official", "Participation", "Post", "RelationEvent", "Tenure"];

const listed = worldFile(
  "listed.yaml",
  import.meta.url,
  z.array(z.strictObject({ fault: words, ids: pattern(), reason: words })),
);

/** The findings of one kind: those that nothing explains, and those that `listed.yaml` does, with the reason. */
export interface Audited {
  fault: Fault;
  unlisted: Finding[];
  listed: (Finding & { reason: string })[];
}

/** Looks for all kinds of faults. */
export function audit(nodes: Nodes): Audited[] {
  return faults.map((fault) => {
    const known = listed().filter((each) => each.fault === fault.name);
    const audited: Audited = { fault, unlisted: [], listed: [] };
    for (const finding of fault.find(nodes)) {
      const reason = known.find(({ ids }) => ids.test(finding.id))?.reason;
      if (reason === undefined) audited.unlisted.push(finding);
      else audited.listed.push({ ...finding, reason });
    }
    return audited;
  });
}

/** Reads the nodes that an audit needs from a graph. */
export async function readNodes(read: Run): Promise<Nodes> {
  const found = new Map<string, Map<string, Properties>>();
  for (const type of types) {
    const rows = await read(`${printed(everyNode(type))}\nRETURN item.id, properties(item)`);
    found.set(type, new Map(rows as [string, Properties][]));
  }
  return (type) => found.get(type)!;
}
