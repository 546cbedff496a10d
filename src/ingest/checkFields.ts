/** Checks the fields of an entity together: what is missing, and where one place gives two values to what has one. */
import type { EntityType } from "../graph/model/declarations.ts";
import type { Assertion } from "./facts.ts";
import { fieldsOf, type StatedField } from "./fields.ts";
import { differ } from "./settling/policy.ts";

/** The values stated, by field; null for one that is a list within a record. */
export type Valued = Map<string, Set<string | null>>;

/** What an entity lacks: required fields, and those that go with a value. */
export function* missingIn(type: EntityType, valued: Valued): Generator<string> {
  for (const [name, { property, relation }] of fieldsOf(type)) {
    if ((property ?? relation).required && !valued.has(name)) yield `has no "${name}", which is required.`;
    for (const [value, needed] of Object.entries(property?.needs ?? {}))
      for (const other of valued.get(name)?.has(value) ? needed : [])
        if (!valued.has(other)) yield `has no "${other}", which goes with "${name}: ${value}".`;
  }
}

/**
 * Values that contradict each other at one place, for a field that has one. Sources may differ, and places of one
 * source; a place says one thing.
 */
export function* severalIn(
  field: StatedField,
  values: readonly [Assertion, string][],
): Generator<[Assertion, mistake: string]> {
  if (field.relation ? field.relation.many : field.property.datatype === "texts") return;
  const said = new Map<string, string>();
  for (const [assertion, value] of values) {
    const { source, asOf, basis, rank, locators } = assertion;
    for (const locator of locators) {
      const place = JSON.stringify([source, locator, asOf, basis, rank]);
      const other = said.get(place);
      if (other !== undefined && differ(field, other, value))
        yield [
          assertion,
          `has one value; "${locator}" gives two, "${other}" and "${value}". Give one, the place of each, or a rank.`,
        ];
      said.set(place, value);
    }
  }
}
