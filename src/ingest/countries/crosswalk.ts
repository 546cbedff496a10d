/** Countries under all their names: slugs of the Office of the Historian, Factbook codes, spellings. */
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { dayAfter, readEdtf } from "../../graph/edtf.ts";
import type { Fact } from "../facts.ts";
import { readBundle } from "../forms/readYaml.ts";
import { slugOf } from "../slug.ts";
import { nameKey } from "./nameKey.ts";
import { pattern, table, words, worldFile } from "../worldFile.ts";

/** A country as importers need it, from the bundle `seed/countries`. */
export interface CountryEntry {
  id: string;
  /** In English, without article: `United States`. */
  name: string;
  /** A shorter name, if the name is long. */
  shortName?: string;
  isoAlpha2: string | null;
  /** Other names and spellings, and names by era. */
  aliases: string[];
  /** Its names at other times, each with its first and last day. */
  earlierNames: { name: string; from: string; until: string }[];
  status: "PRESENT" | "FORMER";
  /** The first possible day on which it existed, and the last; null if unknown. */
  founded: string | null;
  dissolved: string | null;
}

const era = z.strictObject({ state: words, from: words.optional(), until: words, named: pattern("i").optional() });
type Era = z.infer<typeof era>;

const known = worldFile(
  "crosswalk.yaml",
  import.meta.url,
  z.strictObject({
    notStates: table(words),
    notCountries: table(words),
    olderFiles: table(words),
    articles: table(words),
    places: table(words),
    eras: table(z.array(era)),
  }),
);

/** Why a slug in the place of a country isn't one; undefined for other slugs. */
export function reasonForNoState(slug: string): string | undefined {
  return known().notStates.get(slug);
}

/** The subject of a Factbook file that isn't a country; undefined for others. */
export function reasonForNoCountry(code: string): string | undefined {
  return known().notCountries.get(code);
}

/**
 * The country of a slug of the Office of the Historian, in any of its sets; alpha-2 codes, which one
 * of the sets uses, are ISO's.
 * @returns undefined for other slugs: a city, or those of `reasonForNoState`.
 */
export function countryOfSlug(slug: string): CountryEntry | undefined {
  const { bySlug, byIso } = crosswalk();
  const key = slug.trim().toLowerCase();
  return bySlug.get(key) ?? byIso.get(key);
}

/** The country of an article of the guide to recognition and relations, by its file name without `.xml`. */
export function countryOfArticle(slug: string): CountryEntry | undefined {
  return countryOfId(known().articles.get(slug) ?? "") ?? countryOfSlug(slug);
}

/**
 * The country of a Factbook file, by its GEC code, which isn't ISO's: `sz` is Switzerland.
 * @returns undefined for unknown codes, and for those of `reasonForNoCountry`.
 */
export function countryOfGec(code: string): CountryEntry | undefined {
  const key = code.toLowerCase();
  return crosswalk().byGec.get(key) ?? countryOfId(known().olderFiles.get(key) ?? "");
}

/**
 * The country of a name or a spelling: ignores accents, case, articles and the order of words.
 * @returns undefined when no country has the name.
 */
export function countryOfName(name: string): CountryEntry | undefined {
  return crosswalk().byName.get(nameKey(name));
}

/** The country with that id, or undefined. */
export function countryOfId(id: string): CountryEntry | undefined {
  return crosswalk().byId.get(id);
}

/**
 * The state that stood on a day where sources use the name of another: the Soviet Union for Russia in 1960.
 * @param country as the source names it, or the slug that it gives.
 * @param date the first day, month or year of the record, which may end with a state; empty if unknown.
 * @param text the record's words, where they may tell which of several states is meant.
 */
export function stateOn(country: CountryEntry, date: string, text = ""): CountryEntry {
  const era = eraOn(country, date, text);
  return era ? countryOfId(era.state)! : country;
}

function eraOn(country: CountryEntry, date: string, text: string): Era | undefined {
  if (date === "") return undefined;
  // Of a year in which one state followed another, the later one: that is when something happens.
  const day = lastDayOf(date);
  return erasOf(country).find(
    ({ from = "", until, named }) => from <= day && day <= until && (named?.test(text) ?? true),
  );
}

/** The last day of a year or a month, and a day as it is; an impossible date is told elsewhere. */
export function lastDayOf(date: string): string {
  return date.length === 7 ? `${date}-31` : `${date}-12-31`.slice(0, 10);
}

function erasOf(country: CountryEntry): readonly Era[] {
  return known().eras.get(country.id) ?? [];
}

/** A state, for a part of some time: `from` and `until` are null where it is the time's own beginning and end. */
export interface StateForTime {
  state: CountryEntry;
  from: string | null;
  until: string | null;
}

/** An office held for so many days before a state began or after it ended is not one to the other state. */
const daysAtBorder = 31;

/** The states that stood, one after the other, in some time; parameters as of `stateOn`, with the last day. */
export function statesDuring(country: CountryEntry, first: string, last: string, text = ""): StateForTime[] {
  const found: StateForTime[] = [];
  let from: string | null = null;
  for (let day = first; ;) {
    const state = stateOn(country, day, text);
    const until = endOf(country, day, text);
    if (until === null || dayAfter(until, daysAtBorder) >= last) return [...found, { state, from, until: null }];
    day = dayAfter(until, 1);
    if (first >= dayAfter(until, -daysAtBorder)) continue;
    found.push({ state, from, until });
    from = day;
  }
}

/** The last day of the state that stood on a day, as a source names it; null if it still stands. */
function endOf(country: CountryEntry, day: string, text: string): string | null {
  if (day === "") return null;
  const era = eraOn(country, day, text);
  const fits = erasOf(country).filter(({ named }) => named?.test(text) ?? true);
  if (era) return fits.findLast((each) => each.state === era.state)!.until;
  const next = fits.find(({ from = "" }) => from > day)?.from;
  return next === undefined ? null : dayAfter(next, -1);
}

/** The states under whose name sources mention one: Russia for the Soviet Union. */
export function namesakesOf(state: string): string[] {
  return [...known().eras].flatMap(([id, eras]) => (eras.some((each) => each.state === state) ? [id] : []));
}

/** All countries, present and past, in the order of the bundle. */
export function allCountries(): CountryEntry[] {
  return [...crosswalk().byId.values()];
}

/** The id of a city in a country: `place:lima-pe`. */
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
  const entry: CountryEntry = {
    id: fact.id,
    name,
    isoAlpha2,
    aliases: valuesOf(fact, "aliases"),
    earlierNames: earlierNamesOf(fact),
    status,
    founded: dayOf(fact, "founded", "firstDay"),
    dissolved: dayOf(fact, "dissolved", "lastDay"),
  };
  put(found.byId, fact.id, entry);
  if (isoAlpha2 !== null) put(found.byIso, isoAlpha2.toLowerCase(), entry);
  for (const code of valuesOf(fact, "gec")) put(found.byGec, code.toLowerCase(), entry);
  for (const slug of valuesOf(fact, "historianSlugs")) put(found.bySlug, slug, entry);
  for (const each of [name, ...entry.aliases, ...entry.earlierNames.map((earlier) => earlier.name)])
    if (nameKey(each) !== "") put(found.byName, nameKey(each), entry);
}

function earlierNamesOf(fact: Fact): CountryEntry["earlierNames"] {
  return (fact.fields.get("name")?.assertions ?? []).flatMap(({ value, asOf }) => {
    if (asOf === undefined) return [];
    const { firstDay, lastDay } = readEdtf(asOf);
    return [{ name: String(value), from: firstDay ?? "", until: lastDay ?? "9999" }];
  });
}

function dayOf(fact: Fact, field: string, side: "firstDay" | "lastDay"): string | null {
  const [date] = valuesOf(fact, field);
  return date === undefined ? null : readEdtf(date)[side];
}

function valuesOf(fact: Fact, field: string): string[] {
  return (fact.fields.get(field)?.assertions ?? []).map((each) => String(each.value));
}

// Two countries with one name would silently send facts to the wrong one.
function put(map: Map<string, CountryEntry>, key: string, entry: CountryEntry): void {
  const other = map.get(key);
  if (other && other !== entry)
    throw new Error(`seed/countries: "${key}" means both ${other.id} and ${entry.id}: give it to one of them.`);
  map.set(key, entry);
}
