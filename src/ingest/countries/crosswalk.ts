/** One country under its many names: slugs of the Office of the Historian, codes of the World Factbook, spellings. */
import { fileURLToPath } from "node:url";
import * as z from "zod";
import type { Fact } from "../facts.ts";
import { readBundle } from "../forms/readYaml.ts";
import { slugOf } from "../slug.ts";
import { table, words, worldFile } from "../worldFile.ts";

/** A country as importers need it; the bundle `seed/countries` states it. */
export interface CountryEntry {
  id: string;
  /** In English, without article: `United States`. */
  name: string;
  /** A shorter one, where the name is long. */
  shortName?: string;
  isoAlpha2: string | null;
  /** Other names and spellings, and names by era. */
  aliases: string[];
  status: "PRESENT" | "FORMER";
}

const known = worldFile(
  "crosswalk.yaml",
  import.meta.url,
  z.strictObject({
    notStates: table(words),
    notCountries: table(words),
    olderFiles: table(words),
    articles: table(words),
    places: table(words),
  }),
);

/** Why a slug of the Office of the Historian that stands where a country stands is none; undefined for any other. */
export function reasonForNoState(slug: string): string | undefined {
  return known().notStates.get(slug);
}

/** What a file of the World Factbook is about that is no country; undefined for any other. */
export function reasonForNoCountry(code: string): string | undefined {
  return known().notCountries.get(code);
}

/**
 * The country that a slug of the Office of the Historian means, in any of its sets; codes of two letters, which one
 * of the sets has, are ISO's.
 * @returns undefined for a slug that is none: a city, or what `reasonForNoState` knows.
 */
export function countryOfSlug(slug: string): CountryEntry | undefined {
  const { bySlug, byIso } = crosswalk();
  const key = slug.trim().toLowerCase();
  return bySlug.get(key) ?? byIso.get(key);
}

/** The country that an article of the guide to recognition and relations is about, by its file name without `.xml`. */
export function countryOfArticle(slug: string): CountryEntry | undefined {
  return countryOfId(known().articles.get(slug) ?? "") ?? countryOfSlug(slug);
}

/**
 * The country of a file of the World Factbook, by its GEC code, which is not ISO's: `sz` is Switzerland.
 * @returns undefined for no code, and for what `reasonForNoCountry` knows.
 */
export function countryOfGec(code: string): CountryEntry | undefined {
  const key = code.toLowerCase();
  return crosswalk().byGec.get(key) ?? countryOfId(known().olderFiles.get(key) ?? "");
}

/**
 * The country of a name or a spelling: accents, case, articles and the order around a comma don't matter, and what is
 * added in parentheses is left away when nothing is known with it.
 * @returns undefined when no country has the name.
 */
export function countryOfName(name: string): CountryEntry | undefined {
  const { byName } = crosswalk();
  const withoutAddition = name.replace(/\s*\([^)]*\)\s*$/, "");
  for (const text of [name, withoutAddition]) {
    const found = byName.get(fold(text)) ?? byName.get(fold(turned(text)));
    if (found) return found;
  }
  return undefined;
}

/** The country with that id, or undefined. */
export function countryOfId(id: string): CountryEntry | undefined {
  return crosswalk().byId.get(id);
}

/** All countries, present and past, in the order of the bundle. */
export function allCountries(): CountryEntry[] {
  return [...crosswalk().byId.values()];
}

/** The id of a city of a country: `place:lima-pe`. */
export function placeId(city: string, country: CountryEntry): string {
  const slug = `${slugOf(city)}-${halfOf(country)}`;
  return known().places.get(slug) ?? `place:${slug}`;
}

function halfOf(country: CountryEntry): string {
  return country.id.slice("country:".length);
}

interface Crosswalk {
  byId: Map<string, CountryEntry>;
  bySlug: Map<string, CountryEntry>;
  byGec: Map<string, CountryEntry>;
  byIso: Map<string, CountryEntry>;
  byName: Map<string, CountryEntry>;
}

let seeded: Crosswalk | undefined;

function crosswalk(): Crosswalk {
  seeded ??= read(fileURLToPath(new URL("../../../seed/countries/", import.meta.url)));
  return seeded;
}

function read(folder: string): Crosswalk {
  const found: Crosswalk = {
    byId: new Map(),
    bySlug: new Map(),
    byGec: new Map(),
    byIso: new Map(),
    byName: new Map(),
  };
  for (const fact of readBundle(folder).facts) if (fact.type === "Country") enter(fact, found);
  return found;
}

function enter(fact: Fact, found: Crosswalk): void {
  const [name = fact.id] = valuesOf(fact, "name");
  const [isoAlpha2 = null] = valuesOf(fact, "isoAlpha2");
  const status = valuesOf(fact, "status")[0] === "FORMER" ? "FORMER" : "PRESENT";
  const entry: CountryEntry = { id: fact.id, name, isoAlpha2, aliases: valuesOf(fact, "aliases"), status };
  put(found.byId, fact.id, entry);
  if (isoAlpha2 !== null) put(found.byIso, isoAlpha2.toLowerCase(), entry);
  for (const code of valuesOf(fact, "gec")) put(found.byGec, code.toLowerCase(), entry);
  for (const slug of valuesOf(fact, "historianSlugs")) put(found.bySlug, slug, entry);
  for (const each of [name, ...entry.aliases]) {
    put(found.byName, fold(each), entry);
    put(found.byName, fold(turned(each)), entry);
  }
}

function valuesOf(fact: Fact, field: string): string[] {
  return (fact.fields.get(field)?.assertions ?? []).map((each) => String(each.value));
}

// Two countries under one name would send facts to the wrong one, and nothing else would show it.
function put(map: Map<string, CountryEntry>, key: string, entry: CountryEntry): void {
  const other = map.get(key);
  if (other && other !== entry)
    throw new Error(`seed/countries: "${key}" means both ${other.id} and ${entry.id}: give it to one of them.`);
  map.set(key, entry);
}

const emptyWords = new Set(["the", "of", "and"]);

function fold(name: string): string {
  return slugOf(name.replace(/&amp;/g, "&"))
    .split("-")
    .map((word) => (word === "st" ? "saint" : word))
    .filter((word) => !emptyWords.has(word))
    .join(" ");
}

// "Korea, South" to "South Korea".
function turned(name: string): string {
  const comma = name.indexOf(", ");
  return comma < 0 ? name : `${name.slice(comma + 2)} ${name.slice(0, comma)}`;
}
