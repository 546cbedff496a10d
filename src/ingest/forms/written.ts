/** The common form of all files before they are facts: texts, lists and maps, each with its place. */
import type { Origin } from "../problems.ts";

/** One value in a file of any form. */
export interface Written {
  readonly origin: Origin;
  readonly shape: "text" | "nothing" | "list" | "map";
  /** Of a text: as it stands. Null for all else. */
  text(): string | null;
  /** Of a list. */
  items(): Written[];
  /** Of a map: each key once. */
  entries(): Entries;
  /** All of it as plain data, for geometry and coverage. */
  structure(): unknown;
}

/** The entries of a map, each with the place of its key. */
export type Entries = Map<string, { node: Written; origin: Origin }>;

/** Plain data, as JSON has it, all of it at one place. Numbers and booleans become the texts that they are written as. */
export function writtenData(value: unknown, origin: Origin): Written {
  return new Data(value, origin);
}

class Data implements Written {
  readonly origin: Origin;
  readonly shape: Written["shape"];
  readonly #value: unknown;

  constructor(value: unknown, origin: Origin) {
    this.#value = value;
    this.origin = origin;
    if (value === null || value === undefined) this.shape = "nothing";
    else if (Array.isArray(value)) this.shape = "list";
    else this.shape = typeof value === "object" ? "map" : "text";
  }

  text(): string | null {
    return this.shape === "text" ? String(this.#value) : null;
  }

  items(): Written[] {
    return (this.#value as unknown[]).map((each) => new Data(each, this.origin));
  }

  entries(): Entries {
    const { origin } = this;
    const entries = Object.entries(this.#value as Record<string, unknown>);
    return new Map(entries.map(([name, value]) => [name, { node: new Data(value, origin), origin }]));
  }

  structure(): unknown {
    return this.#value;
  }
}
