/** Records of journeys, as the Office of the Historian keeps them: files of XML in a folder, a record for each journey. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { countryOfSlug, reasonForNoState, type CountryEntry } from "../../countries/crosswalk.ts";
import type { Facts } from "../../facts.ts";
import type { Origin } from "../../problems.ts";
import { readJourneyDates, type Dates } from "./journeyDates.ts";
import { child, children, readXml, textOf, type Element } from "./readXml.ts";

/** One record, with its id. What is wrong in it is noted, and undefined comes back. */
export class JourneyRecord {
  readonly id: string;
  readonly element: Element;
  readonly origin: Origin;
  readonly #word: string;
  readonly #facts: Facts;

  constructor(word: string, element: Element, origin: Origin, facts: Facts) {
    this.element = element;
    this.origin = origin;
    this.#word = word;
    this.#facts = facts;
    this.id = this.given("id");
  }

  /** The text of a child element; empty for none. */
  given(name: string): string {
    return textOf(child(this.element, name));
  }

  wrong(message: string): undefined {
    this.#facts.problems.add(this.origin, message);
  }

  reject(reason: string): undefined {
    this.#facts.reject(this.origin, `${this.#word} ${this.id}`, reason);
  }

  /** The state that a child element names. @param none why the record is rejected when it names a place without one. */
  state(name: string, none: string): CountryEntry | undefined {
    const slug = child(this.element, name)?.attributes.id ?? "";
    const without = reasonForNoState(slug);
    if (without !== undefined) return this.reject(`${none}: ${without}`);
    return (
      countryOfSlug(slug) ??
      this.wrong(`${this.#word} ${this.id}: no country has the slug "${slug}". Add it to seed/countries/.`)
    );
  }

  /** Its days; null when it has none. */
  dates(): Dates | null | undefined {
    try {
      return readJourneyDates(this.given("start-date"), this.given("end-date"));
    } catch (error) {
      return this.wrong(`${this.#word} ${this.id}: ${(error as Error).message}`);
    }
  }
}

/**
 * Reads the records of a folder.
 * @param word what a record is called: `trip`, in a root that is called `trips`.
 * @param missing the name of what a record must have and hasn't, if there is one.
 * @param ids where each id was seen, in this folder or another.
 * @param read makes a journey of a record; undefined for one that makes none.
 */
export function readJourneys<Journey>(
  folder: string,
  word: string,
  missing: (record: JourneyRecord) => string | undefined,
  ids: Map<string, Origin>,
  facts: Facts,
  read: (record: JourneyRecord) => Journey | undefined,
): Journey[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".xml"))
    .sort()
    .flatMap((name) => {
      const file = path.join(folder, name);
      const root = readXml(file, facts.problems, `${word}s`);
      return (root ? children(root, word) : []).flatMap((element) => {
        facts.record();
        const record = new JourneyRecord(word, element, { file, line: element.line }, facts);
        const { id, origin } = record;
        const due = missing(record);
        if (due !== undefined) return record.wrong(`a ${word} has no "${due}": give it.`) ?? [];
        const earlier = ids.get(id);
        if (earlier)
          return (
            record.wrong(
              `${word} ${id} is already at ${earlier.file}:${earlier.line}: give each ${word} an id of its own.`,
            ) ?? []
          );
        ids.set(id, origin);
        return read(record) ?? [];
      });
    });
}
