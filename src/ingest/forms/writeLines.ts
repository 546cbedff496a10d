/** Writes facts as JSON Lines of a bundle, which `readLines` reads back. */
import { published, type Assertion, type Fact, type Published } from "../facts.ts";
import { wordsOfRecord } from "./readEntity.ts";
import { compare } from "../../graph/arrays.ts";
import { typeNamed } from "../../graph/model/model.ts";
import { fieldsOf } from "../fields.ts";

/** The defaults on the first line. */
interface WrittenDefaults extends Published {
  source: string | undefined;
  retrieved: string | undefined;
  at?: string | undefined;
}

type Words = Record<string, unknown>;

type How = Partial<Pick<Assertion, "source" | "given" | "basis" | "confidence" | "note" | keyof Published>>;

/**
 * Writes facts, each on a line, sorted by id; assertions within a fact keep their order.
 * The most common source is on the first line, and the most common locator of an entity on the
 * entity, and omitted from the values, so that lines are short.
 * @param retrieved the day on which the copies of the sources were taken, in EDTF.
 * @returns the text of the file; the same for the same facts in any order.
 */
export function writeLines(facts: Fact[], retrieved?: string): string {
  const defaults: WrittenDefaults = { source: commonest(facts.flatMap(sourcesOf)), retrieved };
  const { source } = defaults;
  const sorted = [...facts].sort((a, b) => compare(a.id, b.id));
  const lines = [present({ source, retrieved }), ...sorted.map((fact) => lineOf(fact, defaults))];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}

function lineOf(fact: Fact, defaults: WrittenDefaults): Words {
  const { type, id } = fact;
  const source = commonest(sourcesOf(fact));
  const at = commonest(locatorsOf(fact));
  const [page, file, revision] = published.map((name) => commonPlace(placesIn(fact).map((each) => each[name])));
  const around = { ...defaults, source, at, page, file, revision };
  const line: Words = present({
    type,
    id,
    at,
    source: source === defaults.source ? undefined : source,
    page,
    file,
    revision,
  });
  for (const [field, { assertions }] of fact.fields)
    line[field] = oneOrList(assertions.map((each) => valueOf(numbered(type, field, each), around)));
  if (fact.records.length > 0) line.record = oneOrList(fact.records.map((each) => recordOf(each, around)));
  return line;
}

/** Numbers as JSON has them, which the form of bundles wants. */
function numbered(type: string, field: string, assertion: Assertion): Assertion {
  const property = fieldsOf(typeNamed(type)!).get(field)?.property;
  return property?.datatype === "integer" && typeof assertion.value === "string"
    ? { ...assertion, value: Number(assertion.value) }
    : assertion;
}

/** A plain text if the defaults cover everything else. */
function valueOf(assertion: Assertion, around: WrittenDefaults): unknown {
  const { valueKind, value, locators, retrieved, asOf, rank, rankReason } = assertion;
  const words = present({
    at: locators.length === 1 && locators[0] === around.at ? undefined : oneOrList(locators),
    ...howSaid(assertion, around),
    asOf,
    rank,
    rankReason,
  });
  if (retrieved !== undefined && retrieved !== around.retrieved)
    throw new Error(`A value can't say when it was read: expected ${around.retrieved}; got ${retrieved}.`);
  if (valueKind !== "VALUE") return { [valueKind === "SOME_VALUE" ? "someValue" : "noValue"]: true, ...words };
  return typeof value !== "object" && Object.keys(words).length === 0 ? value : { value, ...words };
}

/** The longest words of a record that a bundle repeats, in characters. */
const mostWords = 60;

/** The words of a saying that a record keeps, or has otherwise: its place as "at", the day for the whole file. */
const wordsKept = [...wordsOfRecord, "locator", "origin", "retrieved"];

function recordOf({ fields, saying }: Fact["records"][number], around: WrittenDefaults): Words {
  const { locator, source } = saying;
  const beyond = Object.entries(saying).flatMap(([name, each]) =>
    each === undefined || wordsKept.includes(name) ? [] : [name],
  );
  if (beyond.length > 0)
    throw new Error(`A record of a bundle has no "${beyond.join('", "')}": found at ${locator} of ${source}.`);
  const { given, ...how } = saying;
  // The words of the record stay where they were published.
  const isShort = given !== undefined && given.length <= mostWords;
  return present({
    fields,
    at: locator === around.at ? undefined : locator,
    ...howSaid({ ...how, given: isShort ? given : undefined }, around),
    asOf: saying.asOf,
  });
}

/** The attributes of an assertion, without those covered by the file's or the format's defaults. */
function howSaid(
  { source, given, basis, confidence, note, page, file, revision }: How,
  around: WrittenDefaults,
): Words {
  return {
    page: page === around.page ? undefined : page,
    file: file === around.file ? undefined : file,
    revision: revision === around.revision ? undefined : revision,
    source: source === around.source ? undefined : source,
    given,
    basis: basis === "STATED" ? undefined : basis,
    confidence: confidence === 1 ? undefined : confidence,
    note,
  };
}

function sourcesOf({ fields, records }: Fact): (string | undefined)[] {
  const values = [...fields.values()].flatMap(({ assertions }) => assertions.map(({ source }) => source));
  return [...values, ...records.map(({ saying }) => saying.source)];
}

function locatorsOf({ fields, records }: Fact): string[] {
  const values = [...fields.values()].flatMap(({ assertions }) => assertions.flatMap(({ locators }) => locators));
  return [...values, ...records.map(({ saying }) => saying.locator)];
}

function placesIn({ fields, records }: Fact): Published[] {
  return [...[...fields.values()].flatMap(({ assertions }) => assertions), ...records.map(({ saying }) => saying)];
}

/** The most frequent one; none if some have none, since a default can't be taken back. */
function commonPlace(texts: (string | undefined)[]): string | undefined {
  return texts.includes(undefined) ? undefined : commonest(texts);
}

/** The most frequent text; ties by code units. */
function commonest(texts: (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) if (text !== undefined) counts.set(text, (counts.get(text) ?? 0) + 1);
  const sorted = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  return sorted[0]?.[0];
}

function oneOrList<T>(values: T[]): T | T[] {
  return values.length === 1 ? values[0]! : values;
}

function present(words: Words): Words {
  return Object.fromEntries(Object.entries(words).filter(([, each]) => each !== undefined));
}
