/** Records as items of the Citation Style Language, for the styles. */
import { dateInWords } from "./dateInWords.ts";
import type { CitedRecord, CitedSource } from "./records.ts";

/** A day, a month or a year, or two of them; or words. */
export type ItemDate = { "date-parts": number[][] } | { literal: string };

/** What the styles print of a record. */
export interface Item {
  type: string;
  title: string;
  author?: { literal: string }[];
  publisher?: string;
  "container-title"?: string;
  issued?: ItemDate;
  accessed?: ItemDate;
  URL?: string;
  version?: string;
}

/** The place in the source, as notes print it; empty for the source as a whole. */
export interface Place {
  label: "page" | "paragraph";
  text: string;
}

/** @param bodyIs what the style calls a body that is both author and publisher: it is named once. */
export function itemOf({ page, retrieved, revision, source }: CitedRecord, bodyIs: "author" | "publisher"): Item {
  const { kind, date, address, publishers, headline, whole } = source;
  const url = page ?? address;
  const isNews = kind === "NEWS_REPORT";
  const issued = date === null ? undefined : dateOf(date);
  // A day of access that is uncertain is as good as none.
  const accessed = retrieved !== null && exact.test(retrieved) ? dateOf(retrieved) : undefined;
  const body = publishers.join(" and ");
  return {
    type: typeOf(kind, { hasPage: page !== null, hasAddress: url !== null }),
    title: titleOf(source),
    ...(isNews && body !== "" && { "container-title": body }),
    ...(!isNews && headline !== null && whole !== null && whole !== headline && { "container-title": whole }),
    ...(kind === "EDITORIAL" && headline !== null && { author: [{ literal: source.name }] }),
    ...(!isNews && body !== "" && bodyIs === "author" && { author: publishers.map((literal) => ({ literal })) }),
    ...(!isNews && body !== "" && bodyIs === "publisher" && { publisher: body }),
    ...(issued && { issued }),
    ...(accessed && url !== null && { accessed }),
    ...(url !== null && { URL: url }),
    ...(page === null && revision !== null && { version: revision }),
  };
}

/** The place in the source: with file, line and revision where the publisher has no page about it. */
export function placeOf({ locator, page, file, revision }: CitedRecord): Place {
  const paragraph = /^paragraph (\d+)$/.exec(locator ?? "")?.[1];
  if (paragraph !== undefined) return { label: "paragraph", text: paragraph };
  const [, name, line] = /^(.*):(\d+)$/s.exec(file ?? "") ?? [];
  const isNamed = name === undefined || locator?.includes(name.slice(name.lastIndexOf("/") + 1));
  const parts = [
    locator,
    page === null && !isNamed ? `${name}, line ${line}` : null,
    page === null && revision !== null ? `revision ${revision}` : null,
  ];
  return {
    label: "page",
    text: parts
      .filter((part) => part !== null)
      .join(", ")
      .replace(/[\s.]+$/, ""),
  };
}

// The editors' words for what has no title of its own stand in brackets, as is usual for a title that is supplied.
function titleOf({ headline, whole, name, kind }: CitedSource): string {
  const published = headline ?? whole;
  if (published !== null) return published.replace(/[\s.]+$/, "");
  const ours = name.replace(/[\s.]+$/, "");
  return kind === "EDITORIAL" ? ours : `[${ours}]`;
}

function typeOf(kind: string, { hasPage, hasAddress }: { hasPage: boolean; hasAddress: boolean }): string {
  if (kind === "NEWS_REPORT") return "article-newspaper";
  if (kind === "DATA_SET" && !hasPage) return "dataset";
  return hasAddress ? "webpage" : "article";
}

const exact = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?$/;

/** Exact dates, and the ranges of two, as the styles abbreviate them; others in words, since not every style prints `ca.`. */
function dateOf(edtf: string): ItemDate {
  const ends = edtf.split("/");
  if (!ends.every((each) => exact.test(each))) return { literal: dateInWords(edtf) };
  return { "date-parts": ends.map((each) => each.split("-").map(Number)) };
}
