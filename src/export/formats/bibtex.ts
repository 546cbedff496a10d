/** BibTeX, in UTF-8. The usual library depends on two that fetch from the network, which we don't allow. */
import { citationsOf, partsOf, type Citation } from "../citations.ts";
import type { Format } from "./format.ts";

export const bibtex: Format = {
  name: "bib",
  description: "BibTeX: the sources that it rests on, for LaTeX",
  contentType: "application/x-bibtex; charset=utf-8",
  async *write(selection, about, reading) {
    for await (const citation of citationsOf(selection, about, reading)) yield bibtexEntry(citation);
  },
};

/** One entry: `date` and `urldate` are EDTF, which BibLaTeX reads; BibTeX reads the year, month and day of an exact date. */
export function bibtexEntry({ item, issued, accessed }: Citation): string {
  const { title, author, publisher, note } = item;
  const [year, month, day] = partsOf(item.issued);
  const fields: [name: string, value: string | undefined][] = [
    // Doubled braces keep a title's capitals, and keep a body from being parsed as first and last name.
    ["title", `{${escaped(title)}}`],
    ["author", author?.map(({ literal }) => `{${escaped(literal)}}`).join(" and ")],
    ["journal", item["container-title"] && escaped(item["container-title"])],
    ["publisher", publisher && escaped(publisher)],
    ["date", issued ?? undefined],
    ["year", year?.toString()],
    ["month", month?.toString()],
    ["day", day?.toString()],
    ["version", item.version],
    ["url", item.URL && address(item.URL)],
    ["urldate", accessed ?? undefined],
    ["note", escaped(note)],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}}`]));
  const type = item.type === "article-newspaper" ? "article" : "misc";
  return `@${type}{${item.id.replace(":", "-")},\n${lines.join(",\n")}\n}\n\n`;
}

const commands: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

// An escaped brace still counts as one, and a lone one would open the rest of the file. Readers know these two commands
// where they don't know \textbraceleft.
const loneBraces: Record<string, string> = { "{": "\\ensuremath{\\lbrace}", "}": "\\ensuremath{\\rbrace}" };

// TeX makes one sign of some that stand together: `--` becomes a dash.
const special = /[\\{}~^&%$#_]|-(?=-)|`(?=`)|'(?=')|[?!](?=`)/g;

function escaped(text: string): string {
  const known = isBalanced(text) ? commands : { ...commands, ...loneBraces };
  const command = (found: string): string => known[found] ?? (/[-`'?!]/.test(found) ? `${found}{}` : `\\${found}`);
  return text.replace(/\s+/g, " ").replace(special, command);
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const letter of text) {
    if (letter === "{") depth += 1;
    if (letter === "}") depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

// A URL is verbatim; a brace would end it.
function address(url: string): string {
  return url.replace(/[{}\\\s]/g, (found) => encodeURIComponent(found));
}
