/** The fields that claims state, as one enumeration for all types. */
import { addValues, enumeration } from "./declare.ts";
import { isOwned, propertiesOf, relationsOf, statedTypes } from "./model.ts";
import { wordOf } from "./casing.ts";
import type { EntityType } from "./declarations.ts";
import { once } from "../once.ts";

/** Properties that follow from claims, and that none states. */
const derived = ["id", "someValue", "noValue", "contested"];

/** In GraphQL `OTHER_PLACES`, in the graph `otherPlaces`. Entities use it before all are declared: see `nameFields`. */
export const FieldName = enumeration("FieldName", "The fields that claims can state.", {});

/** The fields of a type that claims state: its properties, and the relations that it owns. */
export const statedFields = once(({ class: cls }: EntityType): readonly string[] => {
  const properties = propertiesOf(cls).filter(({ name }) => !derived.includes(name));
  return [...properties, ...relationsOf(cls).filter(isOwned)].map(({ name }) => name);
});

/** Gives `FieldName` its values. Call once, when all entities are declared and before the schema is built. */
export function nameFields(): void {
  const types = new Map<string, string[]>();
  for (const type of statedTypes())
    for (const field of statedFields(type)) types.set(field, [...(types.get(field) ?? []), type.name]);
  for (const [field, names] of types) {
    const of = names.length === statedTypes().length ? "every entity" : new Intl.ListFormat("en").format(names);
    addValues(FieldName, { [wordOf(field)]: { value: field, description: `A field of ${of}.` } });
  }
  addValues(FieldName, {
    RECORD: { value: "record", description: "Several fields that one record of a source gives together." },
  });
}
