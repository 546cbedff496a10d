/** The office holders in a line of the Factbook: `President X (since DATE); Vice President Y (since DATE); note - ...`. */
import { termIn, type FactbookDate } from "./factbookDates.ts";
import { clauses, listed, pieces, plain, withAdditions, withoutMarks, wordsAndAdditions } from "./factbookLines.ts";
import { factbookName, inCapitals } from "./factbookNames.ts";
import { factbookTitle } from "./factbookTitles.ts";

export type FactbookRole = "chief_of_state" | "head_of_government" | "us_chief_of_mission" | "chief_of_mission_in_us";

/** One office holder in a line. */
export interface Holder {
  title: string | null;
  name: string;
  familyName: string | null;
  /** The name as written. */
  given: string;
  since: FactbookDate | null;
  until: FactbookDate | null;
  /** Performs the duties without holding the office. */
  acting: boolean;
  /** Represents the person before. */
  represents: boolean;
}

/** The content of a line: its holders, or why there are none. */
export interface ParsedLine {
  holders: Holder[];
  /** The reason if nobody is named. */
  empty: string | null;
}

const note = /\bnote(?:\(s\))?(?: \d)?\s*[-:].*$/i;
const noteBegins =
  /^\s*(?:note\b|telephone|FAX|address|office:|email|consulate|(?:on|the|at|as|in|before|following) )/i;

/** Reads a line of the Factbook. */
export function readHolders(text: string, role: FactbookRole): ParsedLine {
  const { line, additions } = withAdditions(plain(text));
  const holders: Holder[] = [];
  let vacant = false;
  let noted = false;
  for (const part of line.split(";").flatMap(clauses)) {
    vacant ||= additions.some((each, index) => /vacant/i.test(each) && part.includes(`‹${index}›`));
    noted ||= noteBegins.test(part);
    if (noteBegins.test(part)) continue;
    const found = holdersOf(part.replace(note, ""), additions, role, { first: holders.length === 0 && !noted, vacant });
    // After a note everything is remarks, unless it continues as a list of office holders.
    holders.push(...found.filter((each) => !noted || (each.title !== null && each.since !== null)));
    noted ||= note.test(part);
  }
  return { holders, empty: holders.length > 0 ? null : emptiness(plain(text)) };
}

function emptiness(text: string): string {
  if (/^(?:\(?vacant)|\bvacant\b/i.test(text)) return "names nobody: the office is vacant";
  if (/^none\b/i.test(text)) return "names nobody: there is no such mission or office";
  if (/-elect\b|-designate\b|assumes office/i.test(text))
    return "names nobody in office: elected or designated for later";
  if (/does not (?:have|maintain)|embassy|closed|accredited/i.test(text))
    return "names nobody: there is no mission there";
  if (/^(?:NA|N\/A)\b/.test(text)) return "names nobody: not available";
  return "names nobody as holder of the office: a remark";
}

function holdersOf(
  clause: string,
  additions: string[],
  role: FactbookRole,
  before: Pick<LineContext, "first" | "vacant">,
): Holder[] {
  const represents = /^\s*(?:New Zealand is )?represented by /.test(clause);
  const words = clause.replace(/^\s*(?:New Zealand is )?represented by /, "").trim();
  const holders: PartOfLine[] = [];
  let several: string | null = null;
  for (const part of pieces(words, additions)) {
    const together: PartOfLine[] = [];
    for (const piece of listed(part, several !== null)) {
      const first = before.first && holders.length === 0;
      const holder = holderOf(piece, additions, role, {
        ...before,
        several: several ?? together.at(-1)?.title ?? null,
        first,
        represents,
      });
      if (holder === undefined) continue;
      if (holder.plural) several = holder.title;
      together.push(holder);
      holders.push(holder);
    }
    if (/ and |\bboth\b|\ball\b/.test(withoutMarks(part, additions))) shareDates(together);
  }
  return holders.map(({ plural: _plural, ...holder }) => ({ ...holder, represents }));
}

// One date after several names applies to all.
function shareDates(holders: PartOfLine[]): void {
  const dated = holders.findLast((each) => each.since !== null);
  for (const holder of dated ? holders.slice(0, holders.indexOf(dated)) : [])
    if (holder.since === null) Object.assign(holder, { since: dated!.since, until: dated!.until });
}

/** Words for someone not in office: an heir, a future or a former holder. */
const notInOffice = /\b(?:heir|\w+-elect|Minister-designate|ruler|former|formerly)\b/i;
const byBirth = /^(?:Crown|Heir|Deputy Crown)\b(?!.*Minister)/;
const rulers = /^(?:King|Queen|Emperor|Pope|Prince|Princess|Sultan|Amir|Grand Duke|Lord of Mann)\b/;
/** Text that may follow a name but isn't a sentence. */
const afterName = /^(?:[,-]|of\b|elected\b|$)|\b(?:caretaker|acting prime minister)\b/i;
/** Words within a title that look like the beginning of a sentence. */
const sentence = /\b(?:is|was|serves|announced|dissolved|impeached|elected|succeed|years|US)\b|\d/;

interface PartOfLine extends Omit<Holder, "represents"> {
  plural: boolean;
}

function holderOf(
  piece: string,
  additions: string[],
  role: FactbookRole,
  context: LineContext,
): PartOfLine | undefined {
  const { words, own } = wordsAndAdditions(piece, additions);
  const title = factbookTitle(words, words.findIndex(inCapitals));
  const found = factbookName(words, title.end, rulers.test(title.text ?? ""));
  if (!found || /^(?:vacant|none|tb[ad]|on|the)$/i.test(found.name)) return undefined;
  const rest = words.slice(found.end).join(" ");
  if (!afterName.test(rest) && !words[found.end - 1]!.endsWith(",")) return undefined;
  const before = words.slice(0, title.end).join(" ");
  if (notInOffice.test(`${before} ${rest}`) || byBirth.test(before)) return undefined;
  if (own.some((each) => /\bassumes office\b/.test(each)) || sentence.test(before)) return undefined;
  const term = own.map((each) => termIn(each, officeSince[role])).find((each) => each.since !== null);
  const heading = title.text ?? context.several ?? titleAfter(rest) ?? memberOf(own);
  const dated = own.some((each) => /\bsince\b|\d{4}/.test(each));
  const named = found.familyName !== null || words.some(inCapitals);
  const mission = role === "us_chief_of_mission" || role === "chief_of_mission_in_us";
  if (heading === null && !(context.represents || (dated && (context.first || mission)) || (named && context.first)))
    return undefined;
  if (heading === null && !named && !dated) return undefined;
  const standing = [heading, rest, ...own].join(" ");
  return {
    title: heading,
    name: found.name,
    familyName: found.familyName,
    given: found.given,
    since: term?.since ?? null,
    until: term?.until ?? null,
    acting:
      /\b(?:acting|interim|caretaker|charg[eé]e?s?|designate|deputy chief of mission)(?!\p{L})/iu.test(standing) ||
      (mission && context.vacant && !/Ambassador/i.test(heading ?? "")),
    plural: title.plural,
  };
}

// `Maurizio GREGANTI, Minister`
function titleAfter(rest: string): string | null {
  const words = rest.replace(/^,\s*/, "").split(" ");
  const title = factbookTitle(words, -1);
  return title.end === words.length ? title.text : null;
}

function memberOf(additions: string[]): string | null {
  return additions.some((each) => /\bpresidency member\b/.test(each)) ? "Member of the Presidency" : null;
}

/** The context before a piece. */
interface LineContext {
  /** A plural title that includes this person, or the title of the person named beside. */
  several: string | null;
  /** Nobody was named earlier in the line. */
  first: boolean;
  /** The office was said to be vacant. */
  vacant: boolean;
  represents: boolean;
}

/** If an addition mentions several offices, the words before the relevant date. */
const officeSince: Record<FactbookRole, RegExp> = {
  chief_of_state: /\b(?:chief of state|chairman|president) since/i,
  head_of_government: /\b(?:head of government|prime minister) since/i,
  us_chief_of_mission: /\bambassador since/i,
  chief_of_mission_in_us: /\bambassador since/i,
};
