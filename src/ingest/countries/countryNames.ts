/** Names of countries in our sentences. */
import { withArticle } from "../../graph/english.ts";
import type { CountryEntry } from "./crosswalk.ts";

/** The country within a sentence: `the United States`, `Mexico`. */
export function nameInText({ name, shortName = name }: CountryEntry): string {
  return withArticle(shortName);
}

/** The part of a country's id after the colon: `mx` of `country:mx`. */
export function codeOf(country: CountryEntry): string {
  return country.id.slice(country.id.indexOf(":") + 1);
}
