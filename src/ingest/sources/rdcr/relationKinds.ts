/** The kinds of an entry of the guide to recognition and relations, from its heading. */
import * as z from "zod";
import { RelationEventKind } from "../../../entities/RelationEvent.ts";
import { pattern, worldFile } from "../../worldFile.ts";

export type RelationKind = keyof typeof RelationEventKind;

/** Headings about nothing: no relations, no treaty, no consulate. */
export const nothing = /^No (?:diplomatic|permanent|treaty|bilateral|consular)\b/i;

/** Texts under a heading of relations that say there never were any. */
export const never = /\bnever (?:officially |formally )?established (?:official |formal )?diplomatic relations\b/i;

const mission =
  "(?:Embass(?:y|ies)|Legations?|Mission|Liaison Office|Interests? Section|Office of the U\\.S\\. Representative|Diplomatic Presence)";

/** Each kind with its keywords. A heading can have several: the first is the entry's own. */
const known = worldFile(
  "relationKinds.yaml",
  import.meta.url,
  z.array(
    z.strictObject({
      kind: z.enum(RelationEventKind),
      patterns: z
        .array(pattern())
        .transform((patterns) => patterns.map(({ source }) => new RegExp(source.replaceAll("MISSION", mission), "i"))),
    }),
  ),
);

/** The default kind of a section, for headings without keywords. */
const bySection: Record<string, RelationKind> = {
  recognition: "RECOGNITION",
  treaties: "TREATY",
  consular: "CONSULATE_OPENED",
};

/** Kinds that a heading can have besides its own. */
const alsoTold = ["RECOGNITION", "RELATIONS_OPENED", "RELATIONS_RESUMED", "RELATIONS_SEVERED", "RELATIONS_INTERRUPTED"];
const missionsToo = ["MISSION_OPENED", "MISSION_CLOSED", "MISSION_RAISED", "MISSION_LOWERED"];

/** The kinds of an entry, its own first. */
export interface Kinds {
  kind: RelationKind;
  /** The heading's other kinds. */
  others: RelationKind[];
  /** False if only the section says so, not the heading. */
  byHead: boolean;
}

/**
 * The kinds of a heading.
 * @param head without its date.
 * @param section as `Entry` words it.
 */
export function kindsOf(head: string, section: string): Kinds {
  const told = known().flatMap(({ kind, patterns }) => (patterns.some((each) => each.test(head)) ? [kind] : []));
  const [first] = told;
  if (first === undefined) return { kind: bySection[section] ?? "OTHER", others: [], byHead: false };
  if (first === "OTHER") return { kind: "OTHER", others: [], byHead: true };
  if (section === "treaties" && told.includes("TREATY")) return { kind: "TREATY", others: [], byHead: true };
  const joined = / and |[;,&]/.test(head) || /Relationsand/.test(head);
  const others = joined ? told.filter((each) => each !== first && [...alsoTold, ...missionsToo].includes(each)) : [];
  return { kind: first, others, byHead: true };
}
