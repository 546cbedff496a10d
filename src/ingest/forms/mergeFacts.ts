/** Merges what several files, lines or rows state about one entity. */
import type { Assertion, Fact } from "../facts.ts";

/** Merges facts by id. Repetitions at the same place of the source count once. */
export class MergedFacts {
  readonly #byId = new Map<string, Fact>();
  readonly #apart: Fact[] = [];
  // Only for entities stated more than once.
  readonly #said = new Map<Fact, Set<string>>();

  /** Adds what one file, line or row states about an entity. */
  add(fact: Fact): void {
    const earlier = this.#byId.get(fact.id);
    if (!earlier) this.#byId.set(fact.id, fact);
    // One id of two types: the checker reports which is wrong.
    else if (earlier.type !== fact.type) this.#apart.push(fact);
    else this.#join(earlier, fact);
  }

  /** All entities, in the order of first mention. */
  all(): Fact[] {
    return [...this.#byId.values(), ...this.#apart];
  }

  #join(earlier: Fact, fact: Fact): void {
    let said = this.#said.get(earlier);
    if (!said) this.#said.set(earlier, (said = new Set(keysOf(earlier))));
    for (const [field, { origin, assertions }] of fact.fields) {
      const found = earlier.fields.get(field) ?? { origin, assertions: [] };
      earlier.fields.set(field, found);
      for (const assertion of assertions) {
        const fresh = assertion.locators.filter((locator) => !said.has(keyOf(field, assertion, locator)));
        // Without a place in its source it is an error: keep it, for the checker to report.
        if (fresh.length === 0 && assertion.locators.length > 0) continue;
        found.assertions.push(
          fresh.length === assertion.locators.length ? assertion : { ...assertion, locators: fresh },
        );
      }
    }
    // After all of them, so that the checker still reports repetitions within a record.
    for (const key of keysOf(fact)) said.add(key);
    earlier.records.push(...fact.records);
  }
}

function* keysOf(fact: Fact): Generator<string> {
  for (const [field, { assertions }] of fact.fields)
    for (const assertion of assertions)
      for (const locator of assertion.locators) yield keyOf(field, assertion, locator);
}

// The origin and the time of reading aren't part of the assertion.
function keyOf(field: string, assertion: Assertion, locator: string): string {
  const { valueKind, value, given, source, basis, confidence, note, asOf, rank, rankReason } = assertion;
  return JSON.stringify([
    field,
    valueKind,
    value,
    given,
    locator,
    source,
    basis,
    confidence,
    note,
    asOf,
    rank,
    rankReason,
  ]);
}
