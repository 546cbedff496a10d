/** RIS: one tag per line. Our own code, since the usual library breaks words and URLs after 70 characters. */
import { citationsOf, partsOf, type Citation, type CslDate } from "../citations.ts";
import type { Format } from "./format.ts";

export const ris: Format = {
  name: "ris",
  description: "RIS: the sources that it rests on, for EndNote",
  contentType: "application/x-research-info-systems; charset=utf-8",
  async *write(selection, about, reading) {
    for await (const citation of citationsOf(selection, about, reading)) yield risEntry(citation);
  },
};

const types: Record<string, string> = {
  "article-newspaper": "NEWS",
  dataset: "DATA",
  graphic: "ART",
  webpage: "ELEC",
};

/** One record. */
export function risEntry({ item, issued, accessed }: Citation): string {
  const tags: [tag: string, value: string | undefined][] = [
    ["TY", types[item.type] ?? "GEN"],
    ["ID", item.id],
    ["TI", item.title],
    ...(item.author ?? []).map(({ literal }) => ["AU", literal] as [string, string]),
    ["PB", item.publisher],
    ["T2", item["container-title"]],
    ["PY", partsOf(item.issued)[0]?.toString()],
    ["DA", dateOf(item.issued, issued)],
    ["Y2", dateOf(item.accessed, accessed)],
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

// `2023/12/27/`: year, month, day, and nothing more; a date that isn't exact as it is, in the place for what is said
// besides.
function dateOf(date: CslDate | undefined, edtf: string | null): string | undefined {
  if (edtf === null) return undefined;
  const [year, month, day] = partsOf(date).map((part) => String(part).padStart(2, "0"));
  const isExact = year !== undefined && !/[?~%]/.test(edtf);
  return `${year ?? ""}/${month ?? ""}/${day ?? ""}/${isExact ? "" : edtf}`;
}
