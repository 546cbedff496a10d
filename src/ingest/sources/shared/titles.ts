/** Titles: their words, and the title at a position in a text, such as `Deputy Prime Minister`. */
import * as z from "zod";
import { months } from "../../../graph/english.ts";
import { wordSet, worldFile } from "../../worldFile.ts";
import { textBetween, type Word } from "./words.ts";

/** The kinds of words in a title. */
const kinds = ["office", "offices", "dignity", "rank", "shade", "portfolio", "object"] as const;

type TitleWord = (typeof kinds)[number];

const known = worldFile(
  "titles.yaml",
  import.meta.url,
  z.strictObject({
    kinds: z.record(z.enum(kinds), wordSet()),
    particles: wordSet(),
    notNames: wordSet(),
    things: wordSet(),
  }),
);

// A word of two kinds counts as the first; objects of an office are looked up separately.
const kindOfWord = (word: string): TitleWord | undefined => kinds.find((kind) => known().kinds[kind].has(word));

function kindOf(text: string | undefined): TitleWord | undefined {
  if (text === undefined) return undefined;
  const known = kindOfWord(text);
  if (known || !text.includes("-")) return known;
  // `President-elect`, `Secretary-General`, `Minister-President`.
  const parts = text.split("-").map((part) => (/^(?:elect|designate)$/i.test(part) ? "shade" : kindOfWord(part)));
  return parts.includes(undefined) || !parts.includes("office") ? undefined : "office";
}

/** A title in a text, and its extent. */
export interface Title {
  text: string;
  /** The index of the first word after it. */
  end: number;
  /** It is a plural. */
  plural: boolean;
}

const joints = new Set([",", "and", "&", "/", "-", "of", "for", "the", "to"]);
const ofAlone = new Set(["of", "for", "the", "to"]);

/** The title that begins at a word and has a name after it, or undefined. */
export function titleAt(source: string, words: Word[], from: number): Title | undefined {
  if (kindAt(words, from) === undefined) return undefined;
  let end = -1;
  let plural = false;
  // Undecided until the next office: `and Foreign` isn't a title yet.
  let open: "start" | "and" | "of" | undefined = "start";
  let at = from;
  for (;;) {
    const kind = open === "of" && known().kinds.object.has(words[at]?.text ?? "") ? "object" : kindAt(words, at);
    if (kind !== undefined && continues(kind, open, words[at]!.text)) {
      if (kind === "offices") plural = true;
      // `Chief Executive` is an office, so is `Chief` before it.
      const whole = (kind !== "shade" && kind !== "portfolio" && kind !== "object") || (open === undefined && end >= 0);
      at += 1;
      if (whole || open === "of") end = at;
      if (whole) open = undefined;
      continue;
    }
    const joint = jointAt(words, at, end >= 0);
    if (!joint) break;
    open = joint.open;
    at = joint.end;
  }
  if (end < 0 || !beginsName(words[end])) return undefined;
  // `Foreign Minister Prince`: a rank by birth or church isn't part of the office.
  const borne = byBirth.has(words[end - 1]!.text) && kindOf(words[end - 2]?.text) === "office" && end - from > 1;
  return { text: usual(textBetween(source, words, from, borne ? end - 1 : end)), end, plural };
}

const byBirth = new Set(["Prince", "Princess", "Archbishop", "Cardinal"]);

// `Major` is a rank in `Major General`, and a name after `Prime Minister`.
function kindAt(words: Word[], at: number): TitleWord | undefined {
  const kind = kindOf(words[at]?.text);
  if (words[at]?.text === "Major" && words[at + 1]?.text !== "General") return undefined;
  return kind;
}

function continues(kind: TitleWord, open: "start" | "and" | "of" | undefined, text: string): boolean {
  if (kind === "office" || kind === "offices" || kind === "rank") return true;
  if (kind === "object") return open === "of";
  if (kind === "dignity") return open === "start" || open === "and";
  return open !== undefined || text === "Executive";
}

/** Commas, `and`, `of the` within a title, if another word of it follows. */
function jointAt(words: Word[], at: number, officeSeen: boolean): { end: number; open: "and" | "of" } | undefined {
  let end = at;
  while (end - at < 3 && joints.has(words[end]?.text ?? "")) end += 1;
  if (end === at || kindAt(words, end) === undefined) return undefined;
  const texts = words.slice(at, end).map((each) => each.text);
  const ofs = texts.every((each) => ofAlone.has(each));
  if (!officeSeen) {
    // `Foreign and Defense Minister`: only portfolios are joined before an office.
    const portfolios = [words[at - 1], words[end]].every((each) => kindOf(each?.text) === "portfolio");
    return portfolios && texts.join() === "and" ? { end, open: "and" } : undefined;
  }
  const ofObject = ["object", "portfolio"].includes(kindOf(words[at - 1]?.text) ?? "");
  return { end, open: ofs || ofObject ? "of" : "and" };
}

const marks = /^(?:\p{Lu}|(?:al|el|an|as|ar|ad|at|az|es|ash|d|u|bin|ben|’|'|‘)[-’'‘]\p{L})/u;

/** Whether a name has a word that isn't anybody's: `Ministerial Meeting`. */
export function isThing(name: string): boolean {
  return name.split(" ").some((word) => known().things.has(word));
}

function beginsName(word: Word | undefined): boolean {
  if (word === undefined || known().things.has(word.text)) return false;
  return marks.test(word.text) || (known().particles.has(word.text) && word.text.length > 1);
}

/** The index of the first word after the name that begins at a word. */
export function nameEnd(words: Word[], from: number): number {
  let end = from;
  let at = from;
  while (at < words.length) {
    const { text } = words[at]!;
    if (at > from && months.includes(text) && /^\d/.test(words[at + 1]?.text ?? "")) break;
    if (known().particles.has(text)) at += 1;
    else if (marks.test(text) && !(at > from && (known().notNames.has(text) || isOffice(text)))) end = at += 1;
    else if (text === "," && /^(?:Jr|Sr|3rd|III|II)\.?$/.test(words[at + 1]?.text ?? "")) end = at += 2;
    else if (/^(?:1st|2nd|3rd)$/.test(text) && at > from) end = at += 1;
    else break;
  }
  return end;
}

/** Whether a word is an office or a dignity, singular or plural, so that it doesn't continue a name. */
function isOffice(text: string): boolean {
  return ["office", "offices"].includes(kindOf(text) ?? "");
}

/** The singular of a plural title: `Prime Ministers` to `Prime Minister`. */
export function ofOne(title: string): string {
  return title
    .replace(/Secretaries\b/, "Secretary")
    .replace(/men\b/, "man")
    .replace(/\b(\p{Lu}\p{L}+(?:nt|er|or|ng|al|ir|ce|en))s\b/u, "$1");
}

// Typos in the records.
function usual(title: string): string {
  return title.replace(/\bMinster\b|\bMinistere\b/g, "Minister").replace(/\s+/g, " ");
}

/** Forms of address before a name: not part of it if a full name follows. */
const addresses =
  /^(?:(?:Dr|Mr|Mrs|Ms|Dom|Sir|Dame|HRH|Tun|Sheikh|Sheikha|Shaikh|Shaikha|Shaykh|Sheik|Sayyid|Sayyed|Lord|Lady|Baroness|Comrade|Professor)\.? )+(?=\p{L})/u;

/** A name without forms of address, if more than one word is left: `Sheikh Hasina` stays. */
export function withoutAddress(name: string): string {
  const short = name.replace(addresses, "");
  return short.includes(" ") ? short : name.replace(/^(?:Dr|Mr|Mrs|Ms)\.? (?=\p{L})/u, "");
}
