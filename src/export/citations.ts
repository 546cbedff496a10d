/** The sources of an export as CSL-JSON items: a bibliography. */
import { query } from "../graph/queries.ts";
import { shortEdition, type About } from "./formats/format.ts";
import { batchSize, readNodes, type ExportNode } from "./nodes.ts";
import type { Access, Selection } from "./selection.ts";

/** The properties of CSL-JSON items used here. */
export interface CslItem {
  id: string;
  type: string;
  title: string;
  author?: { literal: string }[];
  publisher?: string;
  "container-title"?: string;
  issued?: CslDate;
  accessed?: CslDate;
  URL?: string;
  version?: string;
  note: string;
}

/** A day, a month or a year, or two of them for an interval; any other date as it is written, since no days are known. */
export type CslDate = { "date-parts": number[][]; circa?: boolean } | { literal: string };

/** An item, with its dates in EDTF. */
export interface Citation {
  item: CslItem;
  issued: string | null;
  accessed: string | null;
}

/** The number of locators listed per source. */
const mostLocators = 20;

interface Cited {
  locators: Set<string>;
  more: boolean;
  retrieved: string | null;
}

/** The edition itself, then each source of the items' claims, by id, with locators. */
export async function* citationsOf(selection: Selection, about: About, access: Access): AsyncGenerator<Citation> {
  yield { item: editionItem(about), issued: about.edition.date, accessed: null };
  const cited = await citedBy(selection, access);
  const ids = [...cited.keys()].sort();
  const known = await readNodes(access.read, access.sources, ids);
  const publishers = await namesOf(
    access,
    known.flatMap((source) => publishersOf(source)),
  );
  for (const source of known) {
    const names = publishersOf(source).flatMap((id) => publishers.get(id) ?? []);
    const { retrieved } = cited.get(source.id)!;
    yield {
      item: sourceItem(source, names, cited.get(source.id)!, access.sources.licenceOf(source.id)),
      issued: (source.values.date as string | undefined) ?? null,
      accessed: retrieved,
    };
  }
}

async function citedBy(selection: Selection, { read, sources }: Access): Promise<Map<string, Cited>> {
  const cited = new Map<string, Cited>();
  const add = async (ids: string[]): Promise<void> => {
    const rows = await read(query("export/locators"), { ids });
    await sources.know(rows.map(([id]) => id as string));
    for (const [id, locators, retrieved] of rows as [string, string[], string | null][]) {
      const one = cited.get(id) ?? { locators: new Set(), more: false, retrieved: null };
      cited.set(id, one);
      for (const locator of locators.sort()) {
        if (one.locators.size < mostLocators) one.locators.add(locator);
        else if (!one.locators.has(locator)) one.more = true;
      }
      if (retrieved !== null && (one.retrieved === null || retrieved > one.retrieved)) one.retrieved = retrieved;
    }
  };
  let ids: string[] = [];
  for await (const { id } of selection.items()) {
    ids.push(id);
    if (ids.length < batchSize) continue;
    await add(ids);
    ids = [];
  }
  if (ids.length > 0) await add(ids);
  return cited;
}

function publishersOf({ values }: ExportNode): string[] {
  return (values.publishers as string[] | undefined) ?? [];
}

async function namesOf({ read, sources }: Access, ids: string[]): Promise<Map<string, string>> {
  const nodes = await readNodes(read, sources, [...new Set(ids)]);
  return new Map(nodes.map(({ id, values }) => [id, values.name as string]));
}

function editionItem({ title, request, edition }: About): CslItem {
  const id = `entente-${shortEdition(edition)}`;
  return {
    id,
    type: "dataset",
    title: `Entente, a knowledge graph of bilateral diplomacy: ${title}`,
    issued: dateOf(edition.date)!,
    version: edition.digest,
    note: `Edition of ${edition.date}, digest ${edition.digest}. Exported: ${request}`,
  };
}

const kinds: Record<string, string> = {
  NEWS_REPORT: "article-newspaper",
  PHOTOGRAPH: "graphic",
  DATA_SET: "dataset",
  REFERENCE: "webpage",
  EDITORIAL: "document",
};

function sourceItem({ id, values }: ExportNode, publishers: string[], cited: Cited, licence: string | null): CslItem {
  const { headline, name, kind, date, address } = values as Record<string, string | undefined>;
  const issued = dateOf(date);
  const accessed = dateOf(cited.retrieved ?? undefined);
  const inOrder = [...cited.locators].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  const locators = [...inOrder, ...(cited.more ? ["and more"] : [])];
  const notes = [id, `Places in it: ${locators.join("; ")}`, ...(licence === null ? [] : [`Licence: ${licence}`])];
  // CSL says only that a date is uncertain, and not in what way.
  if (issued && "circa" in issued) notes.push(`Dated ${date} (EDTF)`);
  return {
    id,
    type: kinds[kind!] ?? "document",
    title: headline ?? name!,
    ...(publishers.length > 0 && {
      author: publishers.map((literal) => ({ literal })),
      publisher: publishers.join(", "),
      ...(kind === "NEWS_REPORT" && { "container-title": publishers.join(", ") }),
    }),
    ...(issued && { issued }),
    ...(accessed && { accessed }),
    ...(address !== undefined && { URL: address }),
    note: notes.map((note) => note.replace(/[.\s]+$/, "")).join(". "),
  };
}

const exactDate = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?$/;

/**
 * A date for CSL. Only days, months and years that stand in the text: of `19XX` or `2001-21` no day is known.
 * @param edtf undefined for none.
 */
export function dateOf(edtf: string | undefined): CslDate | undefined {
  if (edtf === undefined) return undefined;
  const isCirca = /[?~%]/.test(edtf);
  const ends = edtf.split("/").map((each) => each.replace(/[?~%]/g, ""));
  if (ends.length > 2 || !ends.every((each) => exactDate.test(each))) return { literal: edtf };
  return { "date-parts": ends.map((each) => each.split("-").map(Number)), ...(isCirca && { circa: true }) };
}

/** The year, the month and the day of a date that has no other end, as far as they are known. */
export function partsOf(date: CslDate | undefined): number[] {
  if (date === undefined || "literal" in date || date["date-parts"].length > 1) return [];
  return date["date-parts"][0]!;
}
