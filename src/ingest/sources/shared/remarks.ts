/** Remarks on a trip or visit: the people named with a title, and their part in it. */
import * as z from "zod";
import type { CountryEntry } from "../../countries/crosswalk.ts";
import { anyOf, pattern, worldFile } from "../../worldFile.ts";
import { isThing, nameEnd, ofOne, titleAt, withoutAddress } from "./titles.ts";
import { textBetween, wordsOf, type Word } from "./words.ts";
import { servedAfter, servedBefore, type ServedState } from "./demonyms.ts";

/** A person named with a title. */
export interface Mention {
  title: string;
  name: string;
  /** The state this person serves according to the remarks; null if they don't say. */
  country: CountryEntry | null;
  /** HONOURED: it was this person's inauguration, wedding or coronation. */
  part: "MET" | "HONOURED";
}

const ours = worldFile(
  "ourPeople.yaml",
  import.meta.url,
  z
    .strictObject({ presidents: z.array(pattern()), generals: z.array(pattern()) })
    .transform(({ presidents, generals }) => ({
      presidents: anyOf(presidents, "\\b*(?:,? Jr\\.)?$"),
      generals: anyOf(generals, "\\b*$"),
    })),
);
/** Titles of officials of the United States in the remarks. */
const ourTitles =
  /\b(?:Ambassador|Senator|Envoy|Representative|Administrator|Coordinator|Director|Commissioner|Justice|Secretary[- ]General|High Representative|Adviser|Advisor|Captain|Commander|Patriarch|Cardinal|Archbishop|Bishop|Catholicos|Member|Assistant Secretary|Chiefs of Staff|Duke|Duchess)\b/;
const theirSecretaries =
  /\b(?:General[- ]Secretary|First Secretary|Foreign (?:and Commonwealth |Affairs |Relations )?Secretary|External Affairs Secretary|Home Secretary|Secretary (?:of|for) (?:Foreign|External)|Party Secretary)/;
const otherBodies =
  /\bof the European\b|\bEuropean (?:Commission|Council|Union|Parliament)|\bCommonwealth Secretary|\bAssembly President/;

/**
 * The people named with a title in remarks, in order, each once.
 * Excludes those of the United States and of international bodies, and those who are only mentioned:
 * the dead, and the subjects of a discussion.
 */
export function readRemarks(text: string): Mention[] {
  const words = wordsOf(text);
  const found = new Map<string, Mention>();
  let at = 0;
  let last: { served: ServedState | null; end: number } | undefined;
  while (at < words.length) {
    const title = titleAt(text, words, at);
    if (!title) {
      at += 1;
      continue;
    }
    const before = servedBefore(text, words, at) ?? follows(words, last, at);
    const sentence = text.slice(sentenceStart(words, at), words[before?.from ?? at]!.start);
    // A person "accompanied by" came along: no state is given, as it is the traveller's own.
    const part = !before && accompanied.test(sentence) ? null : partOf(sentence);
    const listed = title.plural ? ofOne(title.text) : title.text;
    let next = title.end;
    for (;;) {
      const end = nameEnd(words, next);
      if (end === next) break;
      const name = withoutAddress(textBetween(text, words, next, end));
      const after = servedAfter(text, words, end);
      const served = after?.served ?? before?.served ?? null;
      const owned = /^['’]s?$/.test(words[end]?.text ?? "");
      const role = owned ? partOwned(words[end + 1]?.text) : part;
      last = { served, end: after?.end ?? end };
      next = last.end;
      if (role !== null && !isThing(name) && meets(listed, name, served)) {
        const country = typeof served === "string" ? null : served;
        const mention = { title: listed, name, country, part: role };
        const key = `${name} ${country?.id ?? ""}`;
        if (!found.has(key)) found.set(key, mention);
      }
      const another = title.plural ? listItem(text, words, next) : undefined;
      if (another === undefined) break;
      next = another;
    }
    at = Math.max(next, title.end);
  }
  return [...found.values()];
}

// `Israeli Prime Minister Rabin and Foreign Minister Peres`: the second is from the same state.
function follows(
  words: Word[],
  last: { served: ServedState | null; end: number } | undefined,
  at: number,
): { served: ServedState; from: number } | undefined {
  if (!last || last.served === null || last.served === "OURS" || last.served === "OUTSIDE") return undefined;
  const between = words.slice(last.end, at).map((each) => each.text);
  const joined = between.length <= 2 && between.every((each) => each === "and" || each === ",");
  return joined && between.includes("and") && lower.has(words[at]!.text)
    ? { served: last.served, from: at }
    : undefined;
}
const lower = new Set(["Foreign", "Defense", "Deputy", "Crown"]);

function listItem(text: string, words: Word[], at: number): number | undefined {
  let next = at;
  while (words[next] && /^(?:,|and|&|;|\))$/.test(words[next]!.text)) next += 1;
  if (next === at || titleAt(text, words, next)) return undefined;
  if (nameEnd(words, next) === next) return undefined;
  const follower = titleAfter(text, words, next);
  return follower ? undefined : next;
}

// `Presidents A and B, Israeli Prime Minister C`: the next word isn't a name but another's state.
function titleAfter(text: string, words: Word[], at: number): boolean {
  for (let next = at + 1; next <= at + 3; next += 1)
    if (titleAt(text, words, next) && servedBefore(text, words, next)?.from === at) return true;
  return false;
}

function sentenceStart(words: Word[], at: number): number {
  for (let index = at - 1; index >= 0; index -= 1)
    if ([".", ";"].includes(words[index]!.text)) return words[index]!.end;
  return 0;
}

const meeting =
  /\b(?:met|meets?|meetings?|discuss\w*|talks|conferr\w*|consult\w*|received|greeted|briefed|briefing|convers\w*|visited|luncheon|lunch|dinner|hosted|called on|with)\b/gi;
const dead =
  /\b(?:funerals?|memorial|burial|death|passing|tomb|grave|memory|late|assassinat\w*|bust|statue|mausoleum|body|family|widow|mother|wife|daughter|son|children|birthday|behalf|invitation|representing|representatives? of|ouster|supporters|letter|message|succe(?:ed|ssor)\w*|predecessor|lying in state|respects|policy|policies|statement|remains|mission of|return of|birthplace|home of|made by|invitation to meet)\b/i;
const honoured =
  /\b(?:inaugurat\w*|inaugural|coronation|wedding|marriage|installation|swearing[- ]in|enthronement|investiture|jubilee|anniversary of the (?:reign|accession))\b/i;

const accompanied = /\bacc\w*ompan(?:ied|ying) (?:the )?$/i;

// `Aide to the President`: the office is another person's.
const anothers =
  /\b(?:aide|assistant|advis[eo]r|counsell?or|envoy|emissary|representatives?|brother|sister|parents|office|party|residence|home) (?:to|of) (?:the )?$/i;

// Judged by the text between the last word of meeting and the title.
function partOf(sentence: string): Mention["part"] | null {
  let lastIndex = 0;
  let verb = "";
  for (const found of sentence.matchAll(meeting)) {
    // `with` continues the verb before it; otherwise a new part starts.
    lastIndex = found.index + found[0].length;
    if (found[0].toLowerCase() !== "with") verb = found[0].toLowerCase();
    else verb = "with";
  }
  const rest = sentence.slice(lastIndex);
  if (anothers.test(rest)) return null;
  if (dead.test(rest)) return null;
  if (honoured.test(rest)) return "HONOURED";
  if (verb.startsWith("discuss") || (verb.startsWith("briefed") && /\b(?:on|about|regarding|concerning)\b/.test(rest)))
    return null;
  if (/\bbriefed\b.*\b(?:on|about|regarding|concerning)\b/i.test(sentence)) return null;
  return "MET";
}

function partOwned(thing: string | undefined): Mention["part"] | null {
  return /^(?:inauguration|inaugural|coronation|wedding|installation)$/i.test(thing ?? "") ? "HONOURED" : null;
}

function meets(title: string, name: string, served: ServedState | null): boolean {
  if (served === "OUTSIDE" || served === "OURS" || otherBodies.test(title)) return false;
  if (/President/.test(title) && ours().presidents.test(name)) return false;
  if (served !== null) return true;
  if (ourTitles.test(title)) return false;
  if (/\bSecretary\b/.test(title)) return theirSecretaries.test(title);
  if (/^(?:Lieutenant |Major |Brigadier )?General$/.test(title)) return !ours().generals.test(name);
  return true;
}
