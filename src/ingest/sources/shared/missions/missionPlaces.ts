/** The cities of missions, by the names that sources give them. */
import * as z from "zod";
import { codeOf } from "../../../countries/countryNames.ts";
import { countryOfId, countryOfName, placeId, type CountryEntry } from "../../../countries/crosswalk.ts";
import type { Facts, Saying } from "../../../facts.ts";
import { pattern, table, words, worldFile } from "../../../worldFile.ts";

/** A city with a mission. */
export interface City {
  id: string;
  name: string;
  country: CountryEntry;
}

const known = worldFile(
  "missionPlaces.yaml",
  import.meta.url,
  z.strictObject({
    names: table(words),
    countries: table(words),
    none: pattern(),
    movedSince: table(words),
    dividedUntil: table(words),
  }),
);

/** The words that name a city, without what was said of a mission there: `Brussels Reopened`. */
export function cityWords(text: string): string {
  return text
    .replace(/\s*\(.*$/, "")
    .replace(/ (?:Re-?)?(?:[Oo]pen|[Cc]los|[Ee]stablish|Mov|[Rr]eturn|Rais|Downgrad|Suspen)\w*$|[.,;]$/g, "")
    .trim();
}

/**
 * The city that a source names as the seat of a mission.
 * @param country the state of today in whose record it is; cities elsewhere are known.
 * @returns undefined if the name is that of a state or of something else.
 */
export function cityOf(text: string, country: CountryEntry): City | undefined {
  const given = cityWords(text);
  const name = known().names.get(given) ?? given;
  const elsewhere = known().countries.get(name);
  if (name === "" || known().none.test(name)) return undefined;
  if (elsewhere === undefined && countryOfName(name) && !known().names.has(given)) return undefined;
  const there = elsewhere === undefined ? country : (countryOfId(elsewhere) ?? country);
  return { id: placeId(name, there), name: name === "Washington" ? "Washington, D.C." : name, country: there };
}

/** Whether a mission has moved since, to a city that a source doesn't tell. */
export function hasMovedSince(host: CountryEntry): boolean {
  return known().movedSince.has(host.id);
}

/** Whether a country was several states on a day. */
export function wasDivided(country: CountryEntry, day: string): boolean {
  return day <= (known().dividedUntil.get(country.id) ?? "");
}

/** States a city, and gives its id. @param saying of the record that names it; only the first record is kept. */
export function stateCity(facts: Facts, { id, name, country }: City, saying: Saying): string {
  const { given: _given, ...said } = saying;
  const inferred: Saying = { ...said, basis: "INFERRED", confidence: 0.9, note: "the seat of a mission, by its name" };
  facts
    .entity("Place", id, saying.origin)
    .sayOnce("name", name, inferred)
    .sayOnce("kind", "CITY", inferred)
    .sayOnce("countries", country.id, inferred);
  return id;
}

/** The end of an id of a mission in a city: `veracruz-mx`. */
export function slugOfCity({ id }: City): string {
  return id.slice("place:".length);
}

/** The end of an id of a mission to a state: `to-mx`. */
export function slugOfState(country: CountryEntry): string {
  return `to-${codeOf(country)}`;
}
