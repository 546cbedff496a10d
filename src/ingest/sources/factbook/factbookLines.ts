/** Parses a line of the Factbook: parentheses, clauses, and lists of people. */
import { inCapitals } from "./factbookNames.ts";

/** Normalises quotation marks, dashes and spaces, and misspellings that hide an office. */
export function plain(text: string): string {
  return text
    .replace(/^Notification Statement: .*? Venezuela (?=President)/, "")
    .replace(/\brepresentated\b/g, "represented")
    .replace(/[’‘]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[–—]/g, "-")
    .replace(/\bCharg(?:e|é|es|ée)?,? ?d' ?affa(?:ir|ri)e?s?\b/gi, "Charge d'Affaires")
    .replace(/\b(Maj|Lt|Brig)\.(?=\p{Lu})/gu, "$1. ")
    .replace(/\bMinister\/(?=Minister)/g, "Minister and ")
    .replace(/\ba\.i\.|\bad interim\b/gi, "")
    .replace(/since(?=\d)/g, "since ")
    .replace(/\[[^\]]*\]|[‹›]/g, "")
    .replace(/\bA mbassador\b|\bAmbs+ador\b|\bAmbassdor\b/gi, "Ambassador")
    .replace(/(?<=Charge d'Affaires)(?:\s*AD Interim)?\s*[-:]/gi, "")
    .replace(/\b([Aa]l-) (?=\p{Lu})/gu, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

/** Placeholder for parentheses in a line: `‹3›` for the addition with that index. */
const mark = /‹(\d+)›/;

/** Extracts parentheses, so that their commas and semicolons don't separate. A missing end is where the next begins. */
export function withAdditions(text: string): { line: string; additions: string[] } {
  const additions: string[] = [];
  const line = text.replace(/\(([^()]*)(\)|(?=\()|$)/g, (_all, inside: string, end: string) => {
    const cut = /;\s*(?:note|vice president|deputy)\b/i.exec(inside) ?? (end === ")" ? null : /[;,]/.exec(inside));
    additions.push((cut ? inside.slice(0, cut.index) : inside).trim());
    return ` ‹${additions.length - 1}› ${cut ? inside.slice(cut.index) : ""}`;
  });
  return { line: line.replace(/since \d{1,2} \p{L}+ \d{4}\)|since \p{L}+ \d{4}$/gu, addLoose(additions)), additions };
}

function addLoose(additions: string[]): (found: string) => string {
  return (found) => `‹${additions.push(found.replace(/\)$/, "")) - 1}›`;
}

/** A part between semicolons, cut before a note or a representative. */
export function clauses(part: string): string[] {
  return part
    .replace(/,? (?:and )?(?=(?:New Zealand is )?represented by )/g, ";")
    .replace(/ and (?=(?:French |Spanish )?co-?prince)/gi, ";")
    .replace(/\b(Ministers|Presidents) ‹\d+›/g, "$1")
    .split(";");
}

/** A text with its additions restored, without parentheses. */
export function withoutMarks(text: string, additions: string[]): string {
  return text.replace(new RegExp(mark, "g"), (_all, index: string) => additions[Number(index)]!);
}

/** A clause, split after each date. */
export function pieces(clause: string, additions: string[]): string[] {
  const dated = clause.split(/(?<=›)/).reduce<string[]>((parts, part) => {
    const last = parts.at(-1);
    const goesOn =
      last === undefined || !endsDated(last, additions) || (mark.test(part) && part.replace(mark, "").trim() === "");
    if (last !== undefined && goesOn) parts[parts.length - 1] = last + part;
    else parts.push(part);
    return parts;
  }, []);
  return dated.map((part) => part.replace(/^\s*,?\s*(?:and\b)?\s*/, ""));
}

function endsDated(text: string, additions: string[]): boolean {
  const found = /‹(\d+)›\s*$/.exec(text);
  return found !== null && /\d{4}|\bNA\b|since/.test(additions[Number(found[1])]!);
}

/** The people in one part, each with a piece of it. */
export function listed(piece: string, several: boolean): string[] {
  const named = (text: string): boolean => text.split(" ").some(inCapitals);
  const plural = /^\s*(?:\p{L}+ )*(?:Ministers|Presidents|Premiers)\b/u.test(piece);
  const cut = piece.split(several || plural || isList(piece) ? /, (?:and )?| and / : / and /);
  return cut.reduce<string[]>((parts, part) => {
    const last = parts.at(-1);
    if (last === undefined || !named(last) || !named(part))
      parts.push((parts.pop() ?? "") + (last === undefined ? "" : " and ") + part);
    else parts.push(part);
    return parts;
  }, []);
}

// `A, B, and C`
function isList(piece: string): boolean {
  const [words = ""] = piece.split("‹");
  return words.split(",").length > 2 && words.includes(" and ");
}

/** The additions of a piece, and its words without them. */
export function wordsAndAdditions(piece: string, additions: string[]): { words: string[]; own: string[] } {
  const own = [...piece.matchAll(new RegExp(mark, "g"))].map(([, index]) => additions[Number(index)]!);
  return { words: piece.replace(new RegExp(mark, "g"), " ").trim().split(/\s+/), own };
}
