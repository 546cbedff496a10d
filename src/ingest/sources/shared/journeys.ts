/** Records of journeys by the Office of the Historian: XML files in a folder, an element per record. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { countryOfSlug, reasonForNoState, stateOn, type CountryEntry } from "../../countries/crosswalk.ts";
import type { Facts } from "../../facts.ts";
import type { Origin } from "../../problems.ts";
import { firstOf, readJourneyDates, type Dates } from "./journeyDates.ts";
import { child, children, readXml, textOf, type Element } from "./readXml.ts";

/** One record, with its id. Mistakes are noted, and undefined is returned. */
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

  /** The text of a child element; empty if missing. */
  given(name: string): string {
    return textOf(child(this.element, name));
  }

  wrong(message: string): undefined {
    this.#facts.problems.add(this.origin, message);
  }

  reject(reason: string): undefined {
    this.#facts.reject(this.origin, `${this.#word} ${this.id}`, reason);
  }

  /** The state in a child element. @param none why the record is rejected when it names a place without a state. */
  state(name: string, none: string): CountryEntry | undefined {
    const slug = child(this.element, name)?.attributes.id ?? "";
    const without = reasonForNoState(slug);
    if (without !== undefined) return this.reject(`${none}: ${without}`);
    return (
      countryOfSlug(slug) ??
      this.wrong(`${this.#word} ${this.id}: no country has the slug "${slug}". Add it to seed/countries/.`)
    );
  }

  /** The state of that time, by the words of a child element. @param where other words that may name it: the city. */
  stateThen(name: string, country: CountryEntry, dates: Dates | null, where = ""): CountryEntry {
    return stateOn(country, firstOf(dates), `${this.given(name)} ${where}`);
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
 * @param word the element of a record: `trip`, in the root `trips`.
 * @param missing the name of a required element that the record lacks, if any.
 * @param ids where each id was seen, in any folder.
 * @param read makes a journey from a record; undefined to skip it.
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
