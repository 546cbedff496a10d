/** BibTeX, in UTF-8. The usual library depends on two that fetch from the network, which we don't allow. */
import { citationsOf, type CslDate, type CslItem } from "../citations.ts";
import type { Format } from "./format.ts";

export const bibtex: Format = {
  name: "bib",
  description: "BibTeX: the sources that it rests on, for LaTeX",
  contentType: "application/x-bibtex; charset=utf-8",
  async *write(selection, about, reading) {
    for await (const item of citationsOf(selection, about, reading)) yield entry(item);
  },
};

function entry(item: CslItem): string {
  const { title, author, publisher, issued, accessed, note } = item;
  const fields: [name: string, value: string | undefined][] = [
    // Doubled braces keep a title's capitals, and keep a body from being parsed as first and last name.
    ["title", `{${escaped(title)}}`],
    ["author", author?.map(({ literal }) => `{${escaped(literal)}}`).join(" and ")],
    ["journal", item["container-title"] && escaped(item["container-title"])],
    ["publisher", publisher && escaped(publisher)],
    ["year", issued && part(issued, 0)],
    ["month", issued && part(issued, 1)],
    ["day", issued && part(issued, 2)],
    ["version", item.version],
    ["url", item.URL && address(item.URL)],
    ["urldate", accessed?.["date-parts"][0]!.map((each) => String(each).padStart(2, "0")).join("-")],
    ["note", escaped(note)],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}}`]));
  const type = item.type === "article-newspaper" ? "article" : "misc";
  return `@${type}{${item.id.replace(":", "-")},\n${lines.join(",\n")}\n}\n\n`;
}

function part({ "date-parts": [first] }: CslDate, index: number): string | undefined {
  const value = first![index];
  return value === undefined ? undefined : String(value);
}

const commands: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

function escaped(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\{}~^&%$#_]/g, (found) => commands[found] ?? `\\${found}`);
}

// A URL is verbatim; a brace would end it.
function address(url: string): string {
  return url.replace(/[{}\\\s]/g, (found) => encodeURIComponent(found));
}
