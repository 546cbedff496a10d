/** What a source says, as its reader takes it down: facts with the places where they stand. */
import type { Origin, Problems } from "./problems.ts";

/** One value that one source gives to one field, as it stands in the file. */
export interface Assertion {
  valueKind: "VALUE" | "SOME_VALUE" | "NO_VALUE";
  value: unknown;
  given?: string;
  /** Where in the source; a claim is made for each. */
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

/** What the files say of one entity. */
export interface Fact {
  type: string;
  id: string;
  origin: Origin;
  fields: Map<string, { origin: Origin; assertions: Assertion[] }>;
  /** Fields that one record says together: one claim for each of these. */
  records: { fields: Record<string, unknown>; saying: Saying }[];
}

/** How a value is said: by which source, where in it, and how it was read. */
export interface Saying {
  /** The id of the Source. */
  source: string;
  /** Where in the source: `trip 4191`. */
  locator: string;
  /** The file and the line, for messages. */
  origin: Origin;
  /** The value as the source writes it, where that differs from how it is read. */
  given?: string | undefined;
  /** STATED unless told. */
  basis?: "STATED" | "INFERRED" | "REFERENCE" | "AUTHORED";
  /** From 0 to 1; 1 unless told. */
  confidence?: number;
  note?: string | undefined;
  /** The time for which it is said. */
  asOf?: string | undefined;
  /** When the source was read; the day of the ingestion unless told. */
  retrieved?: string | undefined;
  rank?: "PREFERRED" | "NORMAL" | "DEPRECATED";
  rankReason?: string;
}

/** A record that makes no facts, and why. */
export interface Rejection {
  place: Origin;
  /** As a locator names it: `trip 2101`. */
  record: string;
  reason: string;
}

/** Collects what one source says. A reader may come to the same entity from many records. */
export class Facts {
  /** How many records were read. */
  records = 0;
  readonly rejected: Rejection[] = [];
  /** Records that say what another record of the set says already. */
  readonly merged: Rejection[] = [];
  readonly problems: Problems;
  readonly #facts = new Map<string, Fact>();
  readonly #progress: (records: number) => void;

  /** @param progress told the number of records, now and then. */
  constructor(problems: Problems, progress: (records: number) => void = () => {}) {
    this.problems = problems;
    this.#progress = progress;
  }

  /** Counts a record of the source. */
  record(): void {
    this.records += 1;
    if (this.records % 100 === 0) this.#progress(this.records);
  }

  /** Lists a record that makes no facts: it was read, and its reason is told. */
  reject(origin: Origin, record: string, reason: string): void {
    this.rejected.push({ place: origin, record, reason });
  }

  /** Lists a record that says what another one says: both stand in the claims of one entity. */
  merge(origin: Origin, record: string, reason: string): void {
    this.merged.push({ place: origin, record, reason });
  }

  /** The entity with that id, to say things of; new, or as it was left. */
  entity(type: string, id: string, origin: Origin): Subject {
    let fact = this.#facts.get(id);
    if (!fact) this.#facts.set(id, (fact = { type, id, origin, fields: new Map(), records: [] }));
    return new Subject(fact);
  }

  has(id: string): boolean {
    return this.#facts.has(id);
  }

  /** All that was said, in the order in which each entity was first named. */
  all(): Fact[] {
    return [...this.#facts.values()];
  }
}

/** One entity, and what is said of it. */
export class Subject {
  readonly fact: Fact;

  constructor(fact: Fact) {
    this.fact = fact;
  }

  get id(): string {
    return this.fact.id;
  }

  /** Says a value of a field; nothing when it is null or empty. The same words of the same record count once. */
  say(field: string, value: string | number | boolean | object | null | undefined, saying: Saying): this {
    if (value === null || value === undefined || value === "") return this;
    return this.#add(field, "VALUE", typeof value === "object" ? value : String(value), saying);
  }

  /** As `say`, but only the first record that gives this value is taken down: for what each record repeats. */
  sayOnce(field: string, value: string | number | boolean | null | undefined, saying: Saying): this {
    const said = this.fact.fields.get(field)?.assertions.some((each) => each.value === String(value));
    return said ? this : this.say(field, value, saying);
  }

  /** Says that there is a value which the source does not name. */
  sayUnnamed(field: string, saying: Saying): this {
    return this.#add(field, "SOME_VALUE", null, saying);
  }

  /** Says that there is none. */
  sayNone(field: string, saying: Saying): this {
    return this.#add(field, "NO_VALUE", null, saying);
  }

  /**
   * Says several fields in one claim, as one record gives them: an observation's measure, period, place and number.
   * The type lists them as `recordFields`. Null ones are left out.
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

/** A data set that Entente knows how to read: one module of `sources/`. */
export interface DataSet {
  /** The word on the command line, and the name of what it writes: `travels`. */
  name: string;
  /** What it is, for the help and the summary. */
  title: string;
  /** What the folder must hold, for the message when it doesn't. */
  expects: string;
  /**
   * Reads the folder. A record that can't be used is rejected with a reason; input that is broken is a problem.
   * @throws BundleError when the folder is not that data set.
   */
  read(folder: string, facts: Facts): Promise<void>;
}
