/** Words for states in prose, `Israeli`, `UK`, `the Soviet Union`, as slugs of the Office of the Historian. */
import * as z from "zod";
import { countryOfName, countryOfSlug, type CountryEntry } from "../../countries/crosswalk.ts";
import { belonging, words, worldFile } from "../../worldFile.ts";
import type { Word } from "./words.ts";

const known = worldFile(
  "demonyms.yaml",
  import.meta.url,
  z.strictObject({ states: belonging(), outside: z.array(words), ours: z.array(words) }),
);

/** Whom somebody serves according to a text: a state, an international body, or the United States. */
export type ServedState = CountryEntry | "OUTSIDE" | "OURS";

function served(phrase: string): ServedState | undefined {
  const { states, outside, ours } = known();
  const text = phrase.replaceAll("'", "’");
  if (outside.includes(text)) return "OUTSIDE";
  if (ours.includes(text)) return "OURS";
  const slug = states.get(text);
  return (slug === undefined ? undefined : countryOfSlug(slug)) ?? countryOfName(text);
}

const longest = 6;

/** The word right before another: `Israeli`, `South Korean`; `Israel’s` too. */
export function servedBefore(
  text: string,
  words: Word[],
  at: number,
): { served: ServedState; from: number } | undefined {
  let end = at;
  if (/^['’]s?$/.test(words[end - 1]?.text ?? "")) end -= 1;
  for (let length = Math.min(longest, end); length > 0; length -= 1) {
    const from = end - length;
    if (!/^\p{Lu}/u.test(words[from]!.text)) continue;
    // The Supreme Soviet was a parliament, also in the republics of the union.
    if (words[from]!.text === "Soviet" && words[from - 1]?.text === "Supreme") return undefined;
    const found = served(text.slice(words[from]!.start, words[end - 1]!.end));
    if (found) return { served: found, from };
  }
  return undefined;
}

/** The words right after a name: `of Egypt`, `of the Soviet Union`, `(Israel)`; null for anything else. */
export function servedAfter(
  text: string,
  words: Word[],
  at: number,
): { served: ServedState | null; end: number } | undefined {
  const opening = words[at]?.text;
  if (opening !== "of" && opening !== "(" && opening !== "from") return undefined;
  const from = words[at + 1]?.text === "the" ? at + 2 : at + 1;
  for (let length = longest; length > 0; length -= 1) {
    const end = from + length;
    if (end > words.length || !/\p{L}/u.test(words[end - 1]!.text)) continue;
    const found = served(text.slice(words[from]!.start, words[end - 1]!.end));
    if (found) return { served: found, end };
  }
  return { served: null, end: at };
}
