/** The common form of all files before they are facts: texts, lists and maps, each with its place. */
import type { Place } from "../problems.ts";

/** One value in a file of any form. */
export interface Written {
  readonly place: Place;
  readonly kind: "text" | "nothing" | "list" | "map";
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
export type Entries = Map<string, { node: Written; place: Place }>;

/** Plain data, as JSON has it, all of it at one place. Numbers and booleans become the texts that they are written as. */
export function writtenData(value: unknown, place: Place): Written {
  return new Data(value, place);
}

class Data implements Written {
  readonly place: Place;
  readonly kind: Written["kind"];
  readonly #value: unknown;

  constructor(value: unknown, place: Place) {
    this.#value = value;
    this.place = place;
    if (value === null || value === undefined) this.kind = "nothing";
    else if (Array.isArray(value)) this.kind = "list";
    else this.kind = typeof value === "object" ? "map" : "text";
  }

  text(): string | null {
    return this.kind === "text" ? String(this.#value) : null;
  }

  items(): Written[] {
    return (this.#value as unknown[]).map((each) => new Data(each, this.place));
  }

  entries(): Entries {
    const { place } = this;
    const entries = Object.entries(this.#value as Record<string, unknown>);
    return new Map(entries.map(([name, value]) => [name, { node: new Data(value, place), place }]));
  }

  structure(): unknown {
    return this.#value;
  }
}
