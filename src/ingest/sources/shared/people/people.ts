/** People in sources: a title before a name, possibly two people in one line; and the ids of officials. */
import { codeOf } from "../../../countries/countryNames.ts";
import type { CountryEntry } from "../../../countries/crosswalk.ts";
import type { Facts, Saying } from "../../../facts.ts";
import { authored } from "../editors.ts";
import { homonymAt } from "./homonyms.ts";
import { slugOf } from "../../../slug.ts";
import { table, words, worldFile } from "../../../worldFile.ts";
import { titleAt, withoutAddress } from "../titles.ts";
import { wordsOf } from "../words.ts";

/** A name without title, and the title: `Prime Minister`. */
export interface Person {
  title: string | null;
  name: string;
}

/**
 * The id of an official known only by name and by the country served.
 * @param name without title; another spelling gives another id, matched later.
 * @param day on which a source shows the person, since two of one family may have one name; empty if unknown.
 */
export function officialId(country: CountryEntry, name: string, day: string): string {
  const homonym = homonymAt(codeOf(country), "-", slugOf(name), day);
  return idOf(country, [name, homonym]);
}

const otherNames = worldFile("otherNames.yaml", import.meta.url, table(words));

const fullNames = worldFile("fullNames.yaml", import.meta.url, table(words));

/** States the full name of an official whom records know by one word, if the editors know it. */
export function stateFullName(facts: Facts, official: string, saying: Saying): void {
  const name = fullNames().get(official.slice("official:".length));
  if (name !== undefined)
    facts.entity("Official", official, saying.origin).sayOnce("name", name, authored(facts, saying));
}

function idOf(country: CountryEntry, parts: string[]): string {
  const slug = `${codeOf(country)}-${slugOf(parts.join(" "))}`;
  return `official:${otherNames().get(slug) ?? slug}`;
}

/**
 * The id of an official mentioned in a record. A single word, `Prime Minister Singh`, needs the office in the
 * id, and for homonyms the time; matching merges them later.
 * @param day the first day, month or year of the record; empty if none.
 */
export function passingId(country: CountryEntry, { title, name }: Person, day: string): string {
  if (name.includes(" ")) return officialId(country, name, day);
  const office = officeIn(title ?? "");
  const homonym = homonymAt(codeOf(country), office, slugOf(name), day);
  return idOf(country, [office, name, homonym]);
}

// Synonyms of an office's title, so that a person keeps one id.
const offices: [pattern: RegExp, office: string][] = [
  [/\b(?:Vice|Deputy|Assistant)\b/, ""],
  [/\bPresident(?:-\w+)?$/i, "president"],
  [/\b(?:Prime Minister|Premier|Chancellor|Taoiseach)(?:-\w+)?$/, "prime-minister"],
  [/\b(?:Foreign|External)\b/, "foreign-minister"],
  [/\b(?:Emir|Amir)\b/, "emir"],
];

function officeIn(title: string): string {
  return offices.find(([pattern]) => pattern.test(title))?.[1] || slugOf(title);
}

/**
 * Splits the title from a name: `President Felipe Calderon`, `Prime Minister Dr. Manmohan Singh`.
 * Drops forms of address too if more than one word is left; otherwise keeps them: `Sheikh Hasina`.
 * @returns title null if the text has none.
 */
export function readPerson(text: string): Person {
  return personIn(mended(text));
}

/**
 * The people in a line: one, or several joined by `and` or a comma, each with a title.
 * `Premier and Prince Sihanouk` is one person with two titles.
 */
export function readPeople(text: string): Person[] {
  const line = mended(text);
  const words = wordsOf(line);
  const starts = words.flatMap((word, index) => {
    const joined = index > 0 && ["and", ",", "&", ";"].includes(words[index - 1]!.text);
    return joined && titleAt(line, words, index) ? [{ index, start: word.start }] : [];
  });
  const people: Person[] = [];
  let from = 0;
  for (const { index, start } of starts) {
    const one = line.slice(from, words[index - 1]!.start).replace(/[\s,]+(?:and)?$/, "");
    // A title without a name yet: it belongs to the same person.
    if (personIn(one).title === null && personIn(line.slice(from)).title !== null) continue;
    people.push(personIn(one));
    from = start;
  }
  people.push(personIn(line.slice(from)));
  return people;
}

function personIn(line: string): Person {
  const words = wordsOf(line);
  const first = words[0]?.text === "the" || words[0]?.text === "The" ? 1 : 0;
  const title = titleAt(line, words, first);
  const name = title ? line.slice(words[title.end]!.start) : line;
  return { title: title?.text ?? null, name: withoutAddress(name) };
}

// Missing or superfluous spaces in a few records.
function mended(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/- (?=elect\b|designate\b)/g, "-")
    .replace(/\b([Aa]l-) /g, "$1")
    .replace(/(Minister|President)(?=\p{Lu})/gu, "$1 ")
    .trim();
}
