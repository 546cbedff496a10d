/** English words shared by sentences and text readers. */

/** The months, January first. */
export const months = "January February March April May June July August September October November December".split(
  " ",
);

/** The number of a month by its English name or three or more letters of it, in any case; otherwise undefined. */
export function monthNumber(name: string): number | undefined {
  if (name.length < 3) return undefined;
  const found = months.findIndex((month) => month.toLowerCase().startsWith(name.toLowerCase()));
  return found < 0 ? undefined : found + 1;
}

/** A plain date in words: `2023-12-27` is `27 December 2023`, `2023-12` is `December 2023`, `2023` itself. */
export function dateInWords(date: string): string {
  const [year, month, day] = date.split("-");
  return [day && String(Number(day)), month && months[Number(month) - 1], year].filter(Boolean).join(" ");
}

const takesArticle =
  /^(?:United|Bahamas|Gambia|Netherlands|Philippines|Maldives|Marshall Islands|Solomon Islands|Seychelles|Comoros|Central African|Dominican Republic|Czech Republic|Holy See|Vatican(?! City)|Papal States|Soviet Union|Union of|Ottoman|Russian |Austro-|Kingdom |Grand Duchy|Duchy |Republic |Democratic Republic|Two Sicilies|Hanseatic|North German|Free City|State of |Federal |Cook Islands|Federated |Congo|Ivory Coast|Caribbean|Former Yugoslav|Palestinian Authority|People[’']s |West Bank)|(?:Republic|Confederation|Empire|Union|Federation|Islands|States|Emirates)$/;

/** The name of a state or region within a sentence: `the United States`, `Mexico`. */
export function withArticle(name: string): string {
  return takesArticle.test(name) ? `the ${name}` : name;
}
