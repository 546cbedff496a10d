/** Where a journey led, as its record says it: Trinidad is not called the United Kingdom, nor Burma Myanmar. */
import { withArticle } from "../../../graph/english.ts";
import { nameInText } from "../../countries/countryNames.ts";
import { countryOfName, type CountryEntry } from "../../countries/crosswalk.ts";
import { belonging, table, worldFile } from "../../worldFile.ts";

/** For each state that ruled places overseas, by locality, the words for where it is. */
const overseas = worldFile("overseas.yaml", import.meta.url, table(belonging()));

/**
 * The place within a sentence: `the Czech Republic`, `Trinidad`, `Jamaica and the United Kingdom`.
 * @param written the country in the record's words.
 * @param country the same as an entry, and `state` the one of that time.
 * @param cities of the record.
 */
export function placeInWords(
  written: string,
  { country, state, cities, day }: { country: CountryEntry; state: CountryEntry; cities: string[]; day: string },
): string {
  const abroad = overseas().get(country.id);
  const words = countryInWords(written, country) ?? nameInText(state, day);
  const places = new Set(cities.map((city) => abroad?.get(city) ?? words));
  return places.size === 0 ? words : [...places].join(" and ");
}

/** @returns undefined if the record doesn't spell it out: `U.S.S.R.`. */
function countryInWords(written: string, country: CountryEntry): string | undefined {
  if (written === "" || /^(?:\p{Lu}\.)+$/u.test(written)) return undefined;
  const [, outer, inner] = /^(.+) \((.+)\)$/.exec(written) ?? [];
  if (outer === undefined) return withArticle(inOrder(written));
  // `Burma (Myanmar)` has two names of a country, and `Denmark (Greenland)` a part of one.
  const isOneOfTwoNames = [outer, inner!].every((each) => countryOfName(each) === country);
  return withArticle(isOneOfTwoNames ? outer : inner!);
}

function inOrder(written: string): string {
  const [, name, before] = /^(.+), (.+)$/.exec(written) ?? [];
  return name === undefined ? written : `${before} ${name}`;
}
