/** Finished footnotes and bibliography entries, by citeproc-rs. */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Driver } from "@citeproc-rs/wasm";
import { itemOf, placeOf, type Item, type ItemDate, type Place } from "./cslItem.ts";
import type { CitedRecord } from "./records.ts";
import { readStyle, styles, type StyleName } from "./styles.ts";

/** A citation as it is printed. */
export interface Footnote {
  text: string;
  /** Escaped, with italics as `<i>`. */
  html: string;
}

/** The footnote or entry of a record. */
export async function footnoteOf(record: CitedRecord, style: StyleName): Promise<Footnote> {
  const { isNote, bodyIs } = styles[style];
  const item = itemOf(record, bodyIs);
  const place = isNote ? placeOf(record) : ({ label: "page", text: "" } as const);
  const html = await rendered(item, place, style);
  return { html, text: textOf(html) };
}

// Stand for what the library would change: markup, ranges and casing in places; a date in words it prints twice.
const marks = { "<": "\uE000", ">": "\uE001", "&": "\uE004" };
const placeMark = "\uE002";
const issuedMark = "\uE003";
const anyMark = /[\uE000-\uE004]/g;

async function rendered(item: Item, place: Place, style: StyleName): Promise<string> {
  const { issued } = item;
  const words = issued !== undefined && "literal" in issued ? issued.literal : "";
  const html = await printed(
    {
      ...(protectedText(item) as Item),
      ...(item.URL !== undefined && { URL: item.URL.replace(/[<>]/g, encodeURIComponent) }),
      ...(issued && { issued: words === "" ? issued : ({ literal: issuedMark } satisfies ItemDate) }),
    },
    { label: place.label, text: place.text === "" ? "" : placeMark },
    style,
  );
  return html
    .replace(new RegExp(`${issuedMark}+`, "g"), () => escaped(words))
    .replaceAll(placeMark, () => escaped(place.text))
    .replaceAll(marks["<"], "&lt;")
    .replaceAll(marks[">"], "&gt;")
    .replaceAll(marks["&"], "&amp;")
    .trim();
}

// A list of claims names few pages, in many places.
const known = new Map<string, string>();
const mostKnown = 2000;

async function printed(item: Item, place: Place, style: StyleName): Promise<string> {
  const key = JSON.stringify([style, place, item]);
  const found = known.get(key);
  if (found !== undefined) return found;
  const driver = await driverOf(style);
  // The library takes some milliseconds for each; others are answered between.
  await nextTurn();
  const html = print(driver, { ...item, id: "item" }, place, style);
  if (known.size >= mostKnown) known.clear();
  known.set(key, html);
  return html;
}

function print(driver: Driver, item: Item & { id: string }, { label, text }: Place, style: StyleName): string {
  try {
    driver.resetReferences([item]);
    driver.initClusters([{ id: "note", cites: [{ id: item.id, ...(text !== "" && { locator: text, label }) }] }]);
    driver.setClusterOrder([{ id: "note", note: 1 }]);
    return styles[style].isNote ? driver.builtCluster("note") : driver.makeBibliography()[0]!.value;
  } catch (error) {
    // What failed within the library may have left it unusable.
    drivers.delete(style);
    throw error;
  }
}

const drivers = new Map<StyleName, Promise<Driver>>();

// Loaded only when somebody asks for a footnote: it has 5 MB.
function driverOf(style: StyleName): Promise<Driver> {
  let driver = drivers.get(style);
  if (!driver) {
    driver = import("@citeproc-rs/wasm").then(
      (library) =>
        new library.Driver({ style: readStyle(styles[style]), format: "html", formatOptions: { linkAnchors: false } }),
    );
    drivers.set(style, driver);
  }
  return driver;
}

function protectedText(value: unknown): unknown {
  if (typeof value === "string")
    return value
      .replace(anyMark, "")
      .replace(/[<>]|&(?=#?\w+;)/g, (sign) => marks[sign as "<" | ">" | "&"])
      .replace(/\s+/g, " ");
  if (Array.isArray(value)) return value.map(protectedText);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, protectedText(each)]));
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign]!);
}

const signs: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#x27": "'", "#x2f": "/" };

function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&(#?\w+);/g, (entity, name: string) => signs[name.toLowerCase()] ?? entity);
}
