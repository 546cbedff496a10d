/** Reads one entity of a bundle, with the words shared by all forms. */
import { published, type Assertion, type Fact, type Published, type Saying } from "../facts.ts";
import { ClaimBasis } from "../../entities/Claim.ts";
import { didYouMean } from "../../graph/errors.ts";
import { nearest } from "../../graph/id.ts";
import type { Problems } from "../problems.ts";
import type { Entries, Written } from "./written.ts";

/** The defaults for the values of a file or an entity. */
export interface Defaults extends Published {
  source?: string;
  retrieved?: string;
  locators: string[];
}

/** The words for these defaults. */
export const wordsOfDefaults = ["source", "retrieved", "at", ...published];

const wordsOfValue = [
  "value",
  "someValue",
  "noValue",
  "given",
  "at",
  "source",
  "basis",
  "confidence",
  "note",
  "asOf",
  "rank",
  "rankReason",
  ...published,
];

/** The defaults in the entries of a map, completed by the surrounding ones. */
export function readDefaults(entries: Entries, around: Defaults, problems: Problems): Defaults {
  return {
    ...around,
    ...readTexts(entries, ["source", "retrieved", ...published], problems),
    ...locatorsOf(entries),
  };
}

/** The word for fields that one record states together. */
export const wordOfRecords = "record";

/** The attributes of a record, besides its fields. */
export const wordsOfRecord = ["at", "source", "given", "basis", "confidence", "note", "asOf", ...published];

/**
 * Reads an entity: an id, its defaults, its records, and everything else as fields. The checker knows whether the type has
 * the fields.
 * @param written the map that contains it, for its place.
 * @param entries the entries of the map, without words of the form itself.
 * @returns undefined when it has no id, which is noted.
 */
export function readEntity(
  type: string,
  written: Written,
  entries: Entries,
  around: Defaults,
  problems: Problems,
): Fact | undefined {
  const { id } = readTexts(entries, ["id"], problems);
  if (id === undefined) {
    problems.add(written.origin, `${type} has no "id".`);
    return undefined;
  }
  const defaults = readDefaults(entries, around, problems);
  const fields: Fact["fields"] = new Map();
  const records: Fact["records"] = [];
  for (const [field, { node, origin }] of entries) {
    if (field === "id" || wordsOfDefaults.includes(field)) continue;
    const around = { origin, defaults, problems };
    if (field === wordOfRecords) records.push(...readRecords(node, around));
    else fields.set(field, { origin, assertions: readValues(node, around) });
  }
  return { type, id, origin: written.origin, fields, records };
}

function placesOf(defaults: Defaults): Published {
  return Object.fromEntries(
    published.flatMap((name) => (defaults[name] === undefined ? [] : [[name, defaults[name]]])),
  );
}

/** Notes each unknown word. */
export function readNoOther(entries: Entries, words: string[], what: string, problems: Problems): void {
  for (const [word, { origin }] of entries)
    if (!words.includes(word))
      problems.add(
        origin,
        `${what} has no "${word}"${didYouMean(nearest(word, words)) || "."} It has ${words.join(", ")}.`,
      );
}

interface Surroundings {
  origin: Assertion["origin"];
  defaults: Defaults;
  problems: Problems;
}

function readValues(node: Written, around: Surroundings): Assertion[] {
  if (node.shape === "list") {
    const items = node.items();
    if (items.some((each) => each.shape === "list")) {
      around.problems.add(around.origin, "a list within a list: expected a list of values.");
      return [];
    }
    return items.flatMap((each) => readValues(each, { ...around, origin: each.origin }));
  }
  const { defaults, origin } = around;
  const plain = {
    locators: defaults.locators,
    source: defaults.source,
    retrieved: defaults.retrieved,
    ...placesOf(defaults),
    basis: "STATED",
    confidence: 1,
    origin,
  };
  if (node.shape !== "map") return [{ ...plain, valueKind: "VALUE", value: node.text() }];
  return [{ ...plain, ...readClaimed(node.entries(), around) }];
}

/** Records: one object, or a list of them. */
function readRecords(node: Written, around: Surroundings): Fact["records"] {
  if (node.shape === "list")
    return node.items().flatMap((each) => readRecord(each, { ...around, origin: each.origin }));
  return readRecord(node, around);
}

function readRecord(node: Written, { origin, defaults, problems }: Surroundings): Fact["records"] {
  const wrong = (message: string): [] => (problems.add(origin, message), []);
  if (node.shape !== "map")
    return wrong(`expected a record: an object with "fields", and perhaps ${wordsOfRecord.join(", ")}.`);
  const entries = node.entries();
  readNoOther(entries, ["fields", ...wordsOfRecord], "A record", problems);
  const fields = entries.get("fields")?.node;
  if (fields?.shape !== "map" || fields.entries().size === 0)
    return wrong(`A record has "fields": an object of what it says together.`);
  const {
    confidence = "1",
    basis,
    ...words
  } = readTexts(entries, ["source", "given", "basis", "confidence", "note", "asOf", ...published], problems);
  const { locators } = { ...defaults, ...locatorsOf(entries) };
  const source = words.source ?? defaults.source;
  if (source === undefined) return wrong(`A record has no source: give "source", here or at the top of the file.`);
  if (locators.length === 0 || locators.includes(""))
    return wrong(
      `A record has no locator, its place in the source: give "at", a text or a list of texts, here or on the entity.`,
    );
  if (basis !== undefined && !isBasis(basis))
    return wrong(`"basis" is one of ${Object.keys(ClaimBasis).join(", ")}; got "${basis}".`);
  if (confidence === "" || !(Number(confidence) >= 0 && Number(confidence) <= 1))
    return wrong(`"confidence" must be a number from 0 to 1; got "${confidence}".`);
  const said = readRecordFields(fields.entries(), problems);
  const { retrieved } = defaults;
  const saying = {
    ...placesOf(defaults),
    ...words,
    source,
    origin,
    confidence: Number(confidence),
    ...(basis && { basis }),
    ...(retrieved !== undefined && { retrieved }),
  };
  return locators.map((locator) => ({ fields: said, saying: { ...saying, locator } }));
}

function readRecordFields(entries: Entries, problems: Problems): Record<string, string | string[]> {
  const texts = [...entries].flatMap(([name, { node, origin }]): [string, string | string[]][] => {
    const read = node.shape === "list" ? node.items().map((each) => each.text()) : node.text();
    if (read !== null && !(Array.isArray(read) && read.includes(null))) return [[name, read as string | string[]]];
    problems.add(origin, `"${name}" is a text within a record, or a list of texts.`);
    return [];
  });
  return Object.fromEntries(texts);
}

function isBasis(word: string): word is NonNullable<Saying["basis"]> {
  return Object.hasOwn(ClaimBasis, word);
}

/** A value in an object, with its attributes. */
function readClaimed(
  entries: Entries,
  { origin, problems }: Surroundings,
): Pick<Assertion, "valueKind" | "value" | "confidence"> & Partial<Assertion> {
  readNoOther(entries, wordsOfValue, "A value", problems);
  const kinds = (["value", "someValue", "noValue"] as const).filter((word) => entries.has(word));
  if (kinds.length !== 1)
    problems.add(origin, `A value has exactly one of "value", "someValue: true" and "noValue: true".`);
  for (const word of kinds)
    if (word !== "value" && entries.get(word)!.node.text() !== "true")
      problems.add(origin, `"${word}" must be true, or be left out.`);
  const value = entries.get("value")?.node;
  const structured = value?.shape === "map" || value?.shape === "list";
  const { confidence, ...texts } = readTexts(
    entries,
    ["source", "given", "basis", "confidence", "note", "asOf", "rank", "rankReason", ...published],
    problems,
  );
  return {
    valueKind: entries.has("someValue") ? "SOME_VALUE" : entries.has("noValue") ? "NO_VALUE" : "VALUE",
    value: structured ? value.structure() : (value?.text() ?? null),
    ...texts,
    ...locatorsOf(entries),
    confidence: confidence === "" ? Number.NaN : Number(confidence ?? 1),
  };
}

function locatorsOf(entries: Entries): { locators?: string[] } {
  const node = entries.get("at")?.node;
  if (!node) return {};
  const nodes = node.shape === "list" ? node.items() : [node];
  return { locators: nodes.map((each) => each.text() ?? "") };
}

function readTexts<Name extends string>(
  entries: Entries,
  names: Name[],
  problems: Problems,
): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const entry = entries.get(name);
    if (!entry) continue;
    const text = entry.node.text();
    if (text === null) problems.add(entry.origin, `"${name}" must be a text.`);
    else found[name] = text;
  }
  return found;
}
