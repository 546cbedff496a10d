/** Names of countries within our own wording. */
import { withArticle } from "../../graph/english.ts";
import type { CountryEntry } from "./crosswalk.ts";

/** The country as it stands within a sentence: `the United States`, `Mexico`. */
export function nameInText({ name, shortName = name }: CountryEntry): string {
  return withArticle(shortName);
}

/** The second half of a country's id: `mx` of `country:mx`. */
export function codeOf(country: CountryEntry): string {
  return country.id.slice(country.id.indexOf(":") + 1);
}
