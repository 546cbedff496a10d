/** Facts from a source, as read, with their origins. */
import path from "node:path";
import type { Origin, Problems } from "./problems.ts";

/** The words that say where a record was published. */
export const published = ["page", "file", "revision"] as const;

/** Where a record was published. */
export type Published = Partial<Record<(typeof published)[number], string>>;

/** One value that one source gives to one field, as in the file. */
export interface Assertion extends Published {
  valueKind: "VALUE" | "SOME_VALUE" | "NO_VALUE";
  value: unknown;
  given?: string;
  /** The places in the source; each makes a claim. */
  locators: string[];
  source?: string;
  basis: string;
  confidence: number;
  note?: string;
  asOf?: string;
  retrieved?: string;
  rank?: string;
  rankReason?: string;
  origin: Origin;
}

/** All that the files say about one entity. */
export interface Fact {
  type: string;
  id: string;
  origin: Origin;
  fields: Map<string, { origin: Origin; assertions: Assertion[] }>;
  /** Fields stated by one record: one claim for each record. */
  records: { fields: Record<string, unknown>; saying: Saying }[];
}

/** How a value is stated: the source, the place in it, and how it was read. */
export interface Saying {
  /** The id of the Source. */
  source: string;
  /** Where in the source: `trip 4191`. */
  locator: string;
  /** The file and the line, for messages. */
  origin: Origin;
  /** The value as written in the source, if different. */
  given?: string | undefined;
  /** Defaults to STATED. */
  basis?: "STATED" | "INFERRED" | "REFERENCE" | "AUTHORED";
  /** From 0 to 1; defaults to 1. */
  confidence?: number;
  note?: string | undefined;
  /** The time for which it is stated. */
  asOf?: string | undefined;
  /** When the copy of the source was taken, if known. */
  retrieved?: string | undefined;
  /** The address of the publisher's page about the record, if it has one. */
  page?: string | undefined;
  /** The file of the data set and the line, as published: `data/mexico.xml:12`. */
  file?: string | undefined;
  /** The revision of that file, if known. */
  revision?: string | undefined;
  rank?: "PREFERRED" | "NORMAL" | "DEPRECATED";
  rankReason?: string;
}

/** A record without facts, and why. */
export interface Rejection {
  place: Origin;
  /** As in a locator: `trip 2101`. */
  record: string;
  reason: string;
}

/** Collects what one source says. Several records may be about one entity. */
export class Facts {
  /** The number of records read. */
  records = 0;
  readonly rejected: Rejection[] = [];
  /** Records that repeat another record of the set. */
  readonly merged: Rejection[] = [];
  readonly problems: Problems;
  readonly #facts = new Map<string, Fact>();
  readonly #progress: (records: number) => void;

  /** @param progress receives the number of records from time to time. */
  constructor(problems: Problems, progress: (records: number) => void = () => {}) {
    this.problems = problems;
    this.#progress = progress;
  }

  /** Counts a record of the source. */
  record(): void {
    this.records += 1;
    if (this.records % 100 === 0) this.#progress(this.records);
  }

  /** Records a rejected record and its reason. */
  reject(origin: Origin, record: string, reason: string): void {
    this.rejected.push({ place: origin, record, reason });
  }

  /** Records a record that repeats another: the entity has claims from both. */
  merge(origin: Origin, record: string, reason: string): void {
    this.merged.push({ place: origin, record, reason });
  }

  /** The entity with that id, new or existing. */
  entity(type: string, id: string, origin: Origin): Subject {
    let fact = this.#facts.get(id);
    if (!fact) this.#facts.set(id, (fact = { type, id, origin, fields: new Map(), records: [] }));
    return new Subject(fact);
  }

  has(id: string): boolean {
    return this.#facts.has(id);
  }

  /** All facts, in the order in which entities were first mentioned. */
  all(): Fact[] {
    return [...this.#facts.values()];
  }
}

/** Facts of a published data set, each with its file and line below the set's folder; but not what we wrote. */
export function withFiles(facts: Fact[], folder: string): Fact[] {
  const fileOf = ({ file, line }: Origin): string | undefined => {
    const below = path.relative(folder, file).split(path.sep).join("/");
    return below === "" ? undefined : `${below}:${line}`;
  };
  for (const { fields, records } of facts) {
    for (const { assertions } of fields.values())
      for (const assertion of assertions)
        if (assertion.basis !== "AUTHORED") assertion.file ??= fileOf(assertion.origin);
    for (const { saying } of records) if (saying.basis !== "AUTHORED") saying.file ??= fileOf(saying.origin);
  }
  return facts;
}

/** One entity, and its facts. */
export class Subject {
  readonly fact: Fact;

  constructor(fact: Fact) {
    this.fact = fact;
  }

  get id(): string {
    return this.fact.id;
  }

  /** Adds a value of a field; ignores null and empty. Repetitions of a record count once. */
  say(field: string, value: string | number | boolean | object | null | undefined, saying: Saying): this {
    if (value === null || value === undefined || value === "") return this;
    return this.#add(field, "VALUE", typeof value === "object" ? value : String(value), saying);
  }

  /** Like `say`, but keeps only the first record with this value, for values that every record repeats. */
  sayOnce(field: string, value: string | number | boolean | null | undefined, saying: Saying): this {
    const said = this.fact.fields.get(field)?.assertions.some((each) => each.value === String(value));
    return said ? this : this.say(field, value, saying);
  }

  /** Says that there is a value that the source does not name. */
  sayUnnamed(field: string, saying: Saying): this {
    return this.#add(field, "SOME_VALUE", null, saying);
  }

  /** Says that there is no value. */
  sayNone(field: string, saying: Saying): this {
    return this.#add(field, "NO_VALUE", null, saying);
  }

  /**
   * States several fields in one claim, as one record does: measure, period, place and number of an observation.
   * The type lists them as `recordFields`. Omits null ones.
   */
  sayRecord(fields: Record<string, string | number | string[] | null | undefined>, saying: Saying): this {
    const given = Object.fromEntries(
      Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== ""),
    );
    this.fact.records.push({ fields: given, saying });
    return this;
  }

  #add(field: string, valueKind: Assertion["valueKind"], value: unknown, saying: Saying): this {
    const { locator, basis = "STATED", confidence = 1, ...rest } = saying;
    let found = this.fact.fields.get(field);
    if (!found) this.fact.fields.set(field, (found = { origin: saying.origin, assertions: [] }));
    const same = (each: Assertion): boolean =>
      each.value === value &&
      each.valueKind === valueKind &&
      each.source === saying.source &&
      each.locators[0] === locator;
    if (found.assertions.some(same)) return this;
    const words = Object.entries(rest).filter(([, each]) => each !== undefined);
    found.assertions.push({
      ...(Object.fromEntries(words) as typeof rest),
      valueKind,
      value,
      basis,
      confidence,
      locators: [locator],
    } as Assertion);
    return this;
  }
}

/** A data set that Entente can read: one module of `sources/`. */
export interface DataSet {
  /** Its name on the command line and as a bundle: `travels`. */
  name: string;
  /** The id of the source that it is. */
  source: string;
  /** A description, for the help and the summary. */
  title: string;
  /** The required content of the folder, for the error message. */
  expects: string;
  /**
   * Reads the folder. An unusable record is rejected with a reason; broken input is a problem.
   * @throws BundleError when the folder is not that data set.
   */
  read(folder: string, facts: Facts): Promise<void>;
}
