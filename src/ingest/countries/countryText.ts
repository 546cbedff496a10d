/** Countries in table cells. */
import { fileURLToPath } from "node:url";
import { didYouMean } from "../../graph/errors.ts";
import { nearest } from "../../graph/id.ts";
import { allCountries, countryOfGec, countryOfId, countryOfName, type CountryEntry } from "./crosswalk.ts";
import { readBundle } from "../forms/readYaml.ts";

/** The length of a name, in characters, from which a similar one may be meant. */
const shortestNear = 5;

/**
 * The id of a country by its ISO 3166-1 alpha-2 or alpha-3 code, its English name or a spelling, or its id.
 * @throws an error that says what was expected, with the closest name.
 */
export function readCountry(text: string): string {
  const found = countryOfId(text) ?? ofIsoCode(text) ?? countryOfName(text);
  if (found) return found.id;
  const names = allCountries().flatMap(({ name, aliases }) => [name, ...aliases]);
  // A short name is near to many others, and none of them is meant.
  const near = text.length < shortestNear ? "" : didYouMean(nearest(text, names));
  throw new Error(
    `no country is called "${text}"${near || ": expected its ISO code, or its name in English."} ` +
      `Or give its meaning in the mapping: "words: { ${JSON.stringify(text)}: country:… }".`,
  );
}

/**
 * The id of a country by its GEC code, as in the World Factbook: `sz` is Switzerland.
 * @throws an error that says what was expected.
 */
export function readGecCountry(text: string): string {
  const found = countryOfGec(text);
  if (found) return found.id;
  throw new Error(`no country has the code "${text}" in GEC. For ISO codes and names say "as: country".`);
}

let byCode: Map<string, string> | undefined;

function ofIsoCode(text: string): CountryEntry | undefined {
  if (!/^[A-Za-z]{2,3}$/.test(text)) return undefined;
  byCode ??= readCodes();
  // Codes go before names: "UK", which isn't an ISO code, is found among these.
  const id = byCode.get(text.toUpperCase());
  return id === undefined ? undefined : countryOfId(id);
}

function readCodes(): Map<string, string> {
  const codes = new Map<string, string>();
  const folder = fileURLToPath(new URL("../../../seed/countries/", import.meta.url));
  for (const { type, id, fields } of readBundle(folder).facts)
    for (const field of type === "Country" ? ["isoAlpha2", "isoAlpha3"] : [])
      for (const { value } of fields.get(field)?.assertions ?? []) if (typeof value === "string") codes.set(value, id);
  return codes;
}
