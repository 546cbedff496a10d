/** Which state made a change, and toward which. */
import { countryOfId, countryOfName, countryOfSlug, type CountryEntry } from "../../countries/crosswalk.ts";
import { nameInText } from "../../countries/countryNames.ts";
import { meaningOf } from "../../worldFile.ts";
import type { Entry } from "./relationEntries.ts";
import type { RelationKind } from "./relationKinds.ts";
import { relationWords } from "./relationWords.ts";
import { sentencesOf } from "./writtenDays.ts";

/** Who did it to whom; null for both together, and where the entry doesn't tell. */
export interface Sides {
  actor: CountryEntry | null;
  toward: CountryEntry | null;
  /** How it was read. */
  confidence: number;
  note: string;
}

const recogni = "Recogn?i?[sz]?\\w*(?:tion|ze)";
const recognisedBy = new RegExp(
  `${recogni}(?: of)?(?: the)?(?: Independence of)?(?: the)? (?:United States|U\\.S\\.)(?! and)`,
  "i",
);
const mutual = /Mutual|between the U\.S\.|^First/i;
const byUs = /(?:by the|^) (?:United States|U\.S\.)\b|^(?:The )?United States Severs|by the U\.S/i;
const theirs =
  /\b(?!American\b)[A-Z]\w+(?:an|sh|ch|ese|ak) (?:Legation|Embassy|Consular Relations)|(?:Legation|Embassy|consulate|Envoy|representative|Consular Relations)\b[^.]*\b(?:in|to) the (?:United States|U\.S)|(?:Legation|Embassy)\b.* in Washington|^The first Consulate of /i;
const both = /Elevation of Legations/i;

/**
 * The sides of a change.
 * @param us the United States, whose record it is.
 * @param them the state that the article is about.
 */
export function sidesOf(entry: Entry, kind: RelationKind, us: CountryEntry, them: CountryEntry): Sides {
  const { head, text } = entry;
  const read = (actor: CountryEntry | null, toward: CountryEntry | null, confidence = 0.95): Sides => ({
    actor,
    toward,
    confidence,
    note: confidence < 0.95 ? byText : byHead,
  });
  const none = read(null, null);
  switch (kind) {
    case "RECOGNITION":
      if (mutual.test(head)) return none;
      if (recognisedBy.test(head)) return read(them, us);
      return read(us, otherState(head) ?? them);
    case "RELATIONS_SEVERED":
    case "RELATIONS_INTERRUPTED":
    case "RELATIONS_RESUMED":
      if (byUs.test(head)) return read(us, them);
      if (byThem(head, them)) return read(them, us);
      return kind !== "RELATIONS_RESUMED" ? severedInText(text, us, them, read) : none;
    case "MISSION_OPENED":
    case "MISSION_CLOSED":
    case "MISSION_RAISED":
    case "MISSION_LOWERED":
    case "MISSION_MOVED":
      if (both.test(head)) return none;
      return theirs.test(head) ? read(them, us) : read(us, otherState(head) ?? them);
    case "CONSULATE_OPENED":
    case "CONSULATE_CLOSED":
      if (theirs.test(head)) return read(them, us);
      if (/U\.S\.|American|^First/.test(head)) return read(us, them);
      return {
        ...read(us, them, 0.85),
        note: "the heading names no side: the article is about relations of the United States",
      };
    case "OTHER":
      return /Declaration of War|U\.S\. (?:Ambassador|Response|Special)|American (?:Ambassador|Minister|Diplomatic)|Withdrawn by the United/.test(
        head,
      ) && !/Assassination|Expelled|Killed/.test(head)
        ? read(us, them)
        : none;
    default:
      return none;
  }
}

const byHead = "the side is read out of the heading";
const byText = "the side is read out of the paragraph";

/** The state that a heading on recognition names, where it is another than the article's. */
function otherState(head: string): CountryEntry | undefined {
  const slug = meaningOf(head, relationWords().otherStates);
  return slug === undefined ? undefined : countryOfSlug(slug);
}

function byThem(head: string, them: CountryEntry): boolean {
  const name = / by (?:the )?([A-Z][\w ]+)$/.exec(head)?.[1];
  return (
    name !== undefined && (countryOfName(name)?.id ?? them.id) === them.id && them.id !== countryOfId("country:us")?.id
  );
}

const broke = "(?:formally |officially |unilaterally )?(?:severed|broke(?: off)?|suspended|terminated|ended)";

function severedInText(
  text: string,
  us: CountryEntry,
  them: CountryEntry,
  read: (actor: CountryEntry | null, toward: CountryEntry | null, confidence?: number) => Sides,
): Sides {
  const names = [them.name, nameInText(them), ...them.aliases].map(escaped).join("|");
  const theyDid = new RegExp(
    `\\b(?:${names}|its government)(?: Government)? ${broke} (?:its |all |diplomatic |normal )*relations`,
    "i",
  );
  const weDid = new RegExp(
    `\\b(?:United States|U\\.S\\.)(?: Government)? ${broke} (?:its |all |diplomatic |normal )*relations`,
    "i",
  );
  for (const sentence of sentencesOf(text)) {
    if (weDid.test(sentence)) return read(us, them, 0.9);
    if (theyDid.test(sentence)) return read(them, us, 0.9);
  }
  return read(null, null);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
