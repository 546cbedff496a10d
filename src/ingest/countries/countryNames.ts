/** Names of countries in our sentences. */
import { withArticle } from "../../graph/english.ts";
import { lastDayOf, type CountryEntry } from "./crosswalk.ts";

/**
 * The country within a sentence: `the United States`, `Mexico`.
 * @param day of what the sentence tells: then Thailand was Siam. Empty for today's name.
 */
export function nameInText({ name, shortName = name, earlierNames }: CountryEntry, day = ""): string {
  const last = lastDayOf(day);
  const earlier = day === "" ? undefined : earlierNames.find(({ from, until }) => from <= last && last <= until);
  return withArticle(earlier?.name ?? shortName);
}

/** The part of a country's id after the colon: `mx` of `country:mx`. */
export function codeOf(country: CountryEntry): string {
  return country.id.slice(country.id.indexOf(":") + 1);
}
