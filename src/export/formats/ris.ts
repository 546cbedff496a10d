/** RIS: one tag per line. Our own code, since the usual library breaks words and URLs after 70 characters. */
import { citationsOf, type CslDate, type CslItem } from "../citations.ts";
import type { Format } from "./format.ts";

export const ris: Format = {
  name: "ris",
  description: "RIS: the sources that it rests on, for EndNote",
  contentType: "application/x-research-info-systems; charset=utf-8",
  async *write(selection, about, reading) {
    for await (const item of citationsOf(selection, about, reading)) yield entry(item);
  },
};

const types: Record<string, string> = {
  "article-newspaper": "NEWS",
  dataset: "DATA",
  graphic: "ART",
  webpage: "ELEC",
};

function entry(item: CslItem): string {
  const tags: [tag: string, value: string | undefined][] = [
    ["TY", types[item.type] ?? "GEN"],
    ["ID", item.id],
    ["TI", item.title],
    ...(item.author ?? []).map(({ literal }) => ["AU", literal] as [string, string]),
    ["PB", item.publisher],
    ["T2", item["container-title"]],
    ["PY", item.issued && String(item.issued["date-parts"][0]![0])],
    ["DA", item.issued && dateOf(item.issued)],
    ["Y2", item.accessed && dateOf(item.accessed)],
    ["ET", item.version],
    ["UR", item.URL],
    ["N1", item.note],
    ["ER", ""],
  ];
  const lines = tags.flatMap(([tag, value]) =>
    value === undefined ? [] : [`${tag}  - ${value.replace(/\s+/g, " ")}\r\n`],
  );
  return `${lines.join("")}\r\n`;
}

// `2023/12/27/`: year, month, day, and nothing more.
function dateOf({ "date-parts": [first] }: CslDate): string {
  const [year, month, day] = first!.map((part) => String(part).padStart(2, "0"));
  return `${year}/${month ?? ""}/${day ?? ""}/`;
}
