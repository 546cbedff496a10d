/** Footnotes and bibliographies as text, one per line, in each style. */
import { footnoteOf, type Footnote } from "../../citations/footnote.ts";
import { recordsOf, type CitedRecord } from "../../citations/records.ts";
import { styles, type StyleName } from "../../citations/styles.ts";
import { pages } from "../../graph/arrays.ts";
import { batchSize } from "../nodes.ts";
import type { Access, Selection } from "../selection.ts";
import type { About, Format } from "./format.ts";

/** A format for each style: `chicago-note.txt`. */
export const footnotes: Format[] = (Object.keys(styles) as StyleName[]).map((style) => ({
  name: `${style.toLowerCase().replaceAll("_", "-")}.txt`,
  description: styles[style].isNote
    ? "footnotes as text: a line for each item, and one for the edition"
    : "a bibliography as text: a line for each page and source, and one for the edition",
  contentType: "text/plain; charset=utf-8",
  write: (selection, about, access) => (styles[style].isNote ? notes : entries)(selection, about, access, style),
}));

async function* notes(selection: Selection, about: About, access: Access, style: StyleName): AsyncGenerator<string> {
  for await (const record of recordsIn(selection, access)) yield lineOf(await footnoteOf(record, style));
  yield lineOf(await footnoteOf(editionOf(about), style));
}

async function* entries(selection: Selection, about: About, access: Access, style: StyleName): AsyncGenerator<string> {
  const lines = new Set([lineOf(await footnoteOf(editionOf(about), style))]);
  for await (const record of recordsIn(selection, access)) lines.add(lineOf(await footnoteOf(record, style)));
  yield* [...lines].sort((a, b) => a.replace(/^\W+/, "").localeCompare(b.replace(/^\W+/, ""), "en"));
}

function lineOf({ text }: Footnote): string {
  return `${text}\n`;
}

async function* recordsIn(selection: Selection, { read }: Access): AsyncGenerator<CitedRecord> {
  const ids: string[] = [];
  for await (const { id } of selection.items()) ids.push(id);
  for (const page of pages(ids, batchSize)) {
    const records = await recordsOf(read, page);
    yield* page.flatMap((id) => records.get(id) ?? []);
  }
}

/** The edition of the graph, as a source of its own. */
function editionOf({ title, edition }: About): CitedRecord {
  return {
    claim: null,
    locator: null,
    page: null,
    file: null,
    revision: edition.digest.slice(0, 12),
    retrieved: null,
    source: {
      id: "source:entente-editors",
      name: "The editors of Entente",
      headline: `Entente, a knowledge graph of bilateral diplomacy: ${title}`,
      kind: "EDITORIAL",
      date: edition.date,
      address: null,
      publishers: [],
      whole: null,
    },
  };
}
