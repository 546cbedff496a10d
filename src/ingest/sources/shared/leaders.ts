/** Leaders whom remarks name without their state, also when they were met in another one. */
import { countryOfSlug, type CountryEntry } from "./crosswalk.ts";

/** By title, name, and the slug of the state served. Only those whom the records name so in a third state. */
const leaders: [title: RegExp, name: RegExp, slug: string][] = [
  [/^Pope$/, /./, "holy-see"],
  [/^Chairman$/, /\bArafat$/, "palestinian-authority"],
  [/^Prime Minister$/, /\bFayyad$/, "palestinian-authority"],
  [/^Prime Minister$/, /\b(?:Netanyahu|Begin|Barak)$/, "israel"],
  [/^President$/, /\bSadat$/, "egypt"],
  [/^President$/, /\b(?:Yeltsin|Putin|Gorbachev)$/, "russia"],
  [/^General Secretary$/, /\b(?:Gorbachev|Brezhnev)$/, "russia"],
  [/^President$/, /\bMacron$/, "france"],
  [/^Chancellor$/, /\bMerkel$/, "germany"],
  [/^Prime Minister$/, /\bBoris Johnson$/, "united-kingdom"],
  [/^Queen$/, /^Elizabeth II$/, "united-kingdom"],
  [/^Foreign Minister$/, /^Wang Yi$/, "china"],
];

/** The state of a leader by title and name alone, or undefined. */
export function countryOfLeader(title: string, name: string): CountryEntry | undefined {
  const slug = leaders.find(([titles, names]) => titles.test(title) && names.test(name))?.[2];
  return slug === undefined ? undefined : countryOfSlug(slug);
}
