/** Names of countries within our own wording. */
import type { CountryEntry } from "./crosswalk.ts";

/** Names that take an article in a sentence: `the United States`, and `Mexico` without. */
const withArticle =
  /^(?:United |Bahamas|Gambia|Netherlands|Philippines|Maldives|Marshall Islands|Solomon Islands|Seychelles$|Comoros|Central African|Dominican Republic|Czech Republic|Holy See|Vatican|Papal States|Soviet Union|Union of|Ottoman|Russian |Austro-|Kingdom |Grand Duchy|Duchy |Republic |Democratic Republic|Two Sicilies|Hanseatic|North German|Free City|State of |Federal |Cook Islands|Federated |Congo|Ivory Coast)|(?:Republic|Confederation|Empire|Union|Federation|Islands|States)$/;

/** The country as it stands within a sentence: `the United States`, `Mexico`. */
export function nameInText({ name, shortName = name }: CountryEntry): string {
  return withArticle.test(shortName) ? `the ${shortName}` : shortName;
}

/** The second half of a country's id: `mx` of `country:mx`. */
export function codeOf(country: CountryEntry): string {
  return country.id.slice(country.id.indexOf(":") + 1);
}
