/** Titles before a name in the Factbook: words of offices, and words to drop. */
import * as z from "zod";
import { wordSet, worldFile } from "../../worldFile.ts";

const known = worldFile(
  "factbookTitles.yaml",
  import.meta.url,
  z.strictObject({ offices: wordSet(), objects: wordSet(), address: wordSet() }),
);

const joints = new Set("of the for to and in - / & on ,".split(" "));

/** Dignities that are also given names, after an office. */
const givenNames = new Set(["Sultan", "Amir", "Emir"]);

/** A title before a name. */
export interface FactbookTitle {
  /** Without ranks: `Vice President`; null when there is none. */
  text: string | null;
  /** The index of the first word of the name. */
  end: number;
  /** It is a plural: `Deputy Prime Ministers`. */
  plural: boolean;
}

/** Words that always end a title before a name in capitals: `Supreme People's Assembly President`. */
const heads =
  /^(?:President|Chairman|Chairwoman|Chairperson|Chairpersons|Chair|Minister|Ministers|Commissioner|Governor|Ambassador|Leader|Director|Administrator|Secretary|Speaker|Commander-in-Chief|members|Charge|d'Affaires),?$/;

/**
 * Reads the title at the beginning of a line.
 * @param line its words; the name begins where the title ends.
 * @param capitals the index of the first word in capitals, which is surely a name; -1 for none.
 */
export function factbookTitle(line: string[], capitals: number): FactbookTitle {
  const { offices, objects, address } = known();
  const head = capitals < 0 ? -1 : line.slice(0, capitals).findLastIndex((word) => heads.test(word));
  let end = 0;
  let afterOf = false;
  const title: string[] = [];
  for (; end < line.length; end += 1) {
    const word = line[end]!.replace(/,$/, "");
    if (givenNames.has(word) && title.length > 0 && !/^(?:King|and)$/.test(title.at(-1)!)) break;
    if (end <= head || offices.has(word) || (afterOf && objects.has(word))) {
      if (end < head || !address.has(word) || isOffice(word, line, end)) title.push(line[end]!);
      // `Chairperson, Presidential Council`
      if (end >= head) afterOf ||= line[end]!.endsWith(",");
      continue;
    }
    const next = line
      .slice(end)
      .find((each) => !joints.has(each))
      ?.replace(/,$/, "");
    if (title.length > 0 && joints.has(word) && next && (offices.has(next) || objects.has(next))) {
      if (["of", "for", "to", "in"].includes(word)) afterOf = true;
      title.push(word);
      continue;
    }
    if (!address.has(word)) break;
  }
  const text = usual(title.join(" "));
  const plural = /\b(?:Ministers|Presidents|Premiers|Regents|Chairpersons|[Mm]embers|[Cc]o-chiefs)\b/.test(
    text.replace(/(?:Council|Cabinet) of Ministers/g, ""),
  );
  return { text: text === "" ? null : singular(text), end, plural };
}

// `General` is an office after `Governor` and a rank elsewhere; likewise the others.
function isOffice(word: string, line: string[], at: number): boolean {
  const before = line[at - 1] ?? "";
  const after = line[at + 1] ?? "";
  if (word === "General") return /^(?:Acting|Governor|Consul|Secretary|Attorney)$/.test(before);
  if (word === "Lieutenant") return after === "Governor";
  if (word === "Captain" || word === "Captains") return /^Regents?$/.test(after);
  if (word === "Vice") return /^(?:Presidents?|Premiers?|Chair\w*|Prime|President-elect)$/.test(after);
  if (word === "Chief") return /^(?:Minister|Executive|of|Officer|Secretary)$/.test(after);
  if (word === "Commander") return after === "in";
  return word === "Grand" && after === "Duke";
}

/** Corrections to a title. */
const amended: [RegExp, string][] = [
  [/^and /, ""],
  [/^.*\bCharg(?:e|é|es|ée)\b.*$/, "Chargé d'Affaires"],
  [/^Lord of Mann\b.*$/, "Lord of Mann"],
  [/^(President|Ambassador) \1$/, "$1"],
  [/(Governor[- ]General)( of .*?)? Governor[- ]General$/, "$1$2"],
  // A dignity by birth isn't part of an office.
  [/(?<=\p{L}) (?:Crown )?(?:Prince|Princess|Sultan|Amir|Sheikh|Grand)$/u, ""],
  [/\bPrime$/, "Prime Minister"],
  [/[\s,-]+(?:and|of|the|for|to|in)?$/, ""],
  [/^co-chiefs of state (?=Captain)/i, ""],
];

function usual(title: string): string {
  const text = amended.reduce((before, [found, instead]) => before.replace(found, instead), title).trim();
  return text.replace(/(?<![\p{L}'-])(?!d')\p{Ll}\p{L}*/gu, (word) =>
    joints.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
  );
}

function singular(title: string): string {
  return title.replace(
    /(?<!(?:Council|Cabinet) of )\b(Minister|President|Premier|Regent|Chairperson|Captain)s\b/g,
    "$1",
  );
}
