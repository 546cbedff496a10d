/** What an entry of the guide to recognition and relations tells, by the words of its heading. */
import type { RelationEvent } from "../../../entities/RelationEvent.ts";

export type Kind = RelationEvent["kind"];

/** Headings that tell of nothing: that there were no relations, no treaty, no consulate. */
export const nothing = /^No (?:diplomatic|permanent|treaty|bilateral|consular)\b/i;

/** Texts under a heading of relations which say that there never were any. */
export const never = /\bnever (?:officially |formally )?established (?:official |formal )?diplomatic relations\b/i;

const mission =
  "(?:Embass(?:y|ies)|Legations?|Mission|Liaison Office|Interests? Section|Office of the U\\.S\\. Representative|Diplomatic Presence)";
const words = (pattern: string): RegExp => new RegExp(pattern.replaceAll("MISSION", mission), "i");

/** Each kind with the words that tell it. A heading can tell several: the first is the entry's own. */
const rules: [RegExp, Kind][] = [
  [words("Recognition .*Withdrawn|Non-Recognition|Treaty .*Terminated|Franco-Mon.gasque|Anniversary"), "OTHER"],
  [
    words(
      "Declaration of War|Prussian War|Franco-Austrian War|The Cold War|Invasion of|End of Hostilities|Assassination",
    ),
    "OTHER",
  ],
  [
    words(
      "Ambassadors? (?:Recalled|Expelled|Separated)|Withdrawal of Ambassadors|Ambassadorial Relations Re|Relations Altered",
    ),
    "OTHER",
  ],
  [words("Relations Handled|Conflict of Interests|Accreditation|Accredited|Change from|Ambassador Resident"), "OTHER"],
  [words("Interactions?$|Response to|Relief Assistance|Representation in|Disrupting|Expansion of Relations"), "OTHER"],
  [words("\\bRecogni[sz]|\\bRecog\\w*tion\\b"), "RECOGNITION"],
  [
    words(
      "Relations (?:\\w+ )*(?:Re-?established|Resumed|Restored|Normalized)|(?:Re-?establishment|Resumption|Re-?opening) of (?:Full |Normal |Diplomatic (?:and Cultural )?)*Relations|Resumption of Full Diplomatic|Relations Resumed",
    ),
    "RELATIONS_RESUMED",
  ],
  [
    words("(?<!Re-?)Establishment of (?:Full )?(?:Diplomatic|Ambassadorial) Relations|Relations Established(?! with)"),
    "RELATIONS_OPENED",
  ],
  [
    words(
      "Relations (?:\\w+ )*(?:Severed|Interrupted|Ended)|Severs|(?:Cessation|Termination|Severance|Severing|Suspension|Interruption) of (?:\\w+ )?(?:Diplomatic )?Relations|Relations Suspended",
    ),
    "RELATIONS_SEVERED",
  ],
  [
    words(
      "Joins?\\b.*(?:Confederation|Union|Empire)|Incorporation of|Proclamation of|Dissolution of|Demise of|^(?:Unification|Formation|Division) of|becomes a Republic|Under .* Control|Transfer of Sovereignty|Establishment of the (?:Arab Union|Batavian|Kingdom|Socialist)|Entry of|^The Republic of|^German (?:Empire|Unification)$|^The Anschluss",
    ),
    "STATE_CHANGED",
  ],
  [words("Elevat\\w+|Raised to|Legation to Embassy"), "MISSION_RAISED"],
  [words("Downgraded"), "MISSION_LOWERED"],
  [words("Clos(?:ure|ed|ing)\\b.*MISSION|MISSION .*Clos(?:ed|ure)|MISSION Closed"), "MISSION_CLOSED"],
  [
    words("Suspension of .*(?:Embassy|Operations)|Staff Withdrawn|Evacuation of|Termination of .*Mission"),
    "MISSION_CLOSED",
  ],
  [
    words("MISSION .*\\b(?:Mov(?:ed|es?)|Return(?:ed|s)|Transferred)\\b|Move(?:ment)? of .*MISSION|Relocation of"),
    "MISSION_MOVED",
  ],
  [
    words(
      "(?:Establishment|Establish\\w*|(?:Re-?)?open\\w*|Re-?establish\\w*)\\b.*MISSION|MISSION (?:(?!Relations).)*(?:open\\w*|established)|Resumption of .*Operations",
    ),
    "MISSION_OPENED",
  ],
  [words("Closure of Consulate"), "CONSULATE_CLOSED"],
  [
    words("Convention|Treaty|Agreement|Compact\\b|Arrangement|Accession|Additional Article|Most-Favored-Nation"),
    "TREATY",
  ],
  [words("Consul(?!ar Convention)|Consular"), "CONSULATE_OPENED"],
];

/** What the entries of a section tell whose headings don't say it. */
const bySection: Record<string, Kind> = {
  recognition: "RECOGNITION",
  treaties: "TREATY",
  consular: "CONSULATE_OPENED",
};

/** Kinds of which a heading can tell beside its own. */
const alsoTold = ["RECOGNITION", "RELATIONS_OPENED", "RELATIONS_RESUMED", "RELATIONS_SEVERED"];
const missionsToo = ["MISSION_OPENED", "MISSION_CLOSED", "MISSION_RAISED", "MISSION_LOWERED"];

/** The kinds that an entry tells, its own first. */
export interface Kinds {
  kind: Kind;
  /** What the heading tells besides. */
  others: Kind[];
  /** False where the heading doesn't say it, only the section that it stands in. */
  byHead: boolean;
}

/**
 * The kinds that a heading tells.
 * @param head without its date.
 * @param section as `Entry` words it.
 */
export function kindsOf(head: string, section: string): Kinds {
  const told = [...new Set(rules.filter(([pattern]) => pattern.test(head)).map(([, kind]) => kind))];
  const [first] = told;
  if (first === undefined) return { kind: bySection[section] ?? "OTHER", others: [], byHead: false };
  if (first === "OTHER") return { kind: "OTHER", others: [], byHead: true };
  if (section === "treaties" && told.includes("TREATY")) return { kind: "TREATY", others: [], byHead: true };
  const joined = / and |[;,&]/.test(head) || /Relationsand/.test(head);
  const others = joined ? told.filter((each) => each !== first && [...alsoTold, ...missionsToo].includes(each)) : [];
  return { kind: first, others, byHead: true };
}
