/** Sums of a number over several items: which may be added up, and why others may not. */
import { enumeration } from "./declare.ts";
import { propertyOf, relationOf } from "./model.ts";
import type { ModelClass, Property, SumRule } from "./declarations.ts";

export const SumRefusal = enumeration("SumRefusal", "Why the numbers of several items aren't added up.", {
  SEVERAL_MEASURES: "The items count different things.",
  SEVERAL_UNITS: "The items count in different units.",
  TOTALS_AND_PARTS: "Some items count all, and others a part of them: by nationality, by age, by law.",
  STOCK_OVER_TIME: "The items count who is present at several times.",
  RATES: "The items include rates: numbers per day, per month.",
  NEVER: "The measure is never added up: an average, a share.",
});

/**
 * The first rule against adding up a number over several `item`, in Cypher.
 * @returns an aggregate: the word of the reason, or null.
 */
export function refusalOf(cls: ModelClass, { name, sums = [] }: Property): string {
  // Items without a number add nothing, so their other fields don't matter.
  const ofCounted = (value: string): string => `CASE WHEN item.${name} IS NOT NULL THEN ${value} END`;
  const cases = sums.map((rule) => `CASE WHEN ${broken(cls, rule, ofCounted)} THEN "${rule.word}" END`);
  return cases.length === 0 ? "null" : `coalesce(${[...cases, "null"].join(", ")})`;
}

function broken(cls: ModelClass, rule: SumRule, ofCounted: (value: string) => string): string {
  const kept = (field: string): string => keptAs(cls, field);
  const several = (value: string): string => `count(DISTINCT ${ofCounted(value)}) > 1`;
  const wrong = [
    ...(rule.alike ?? []).map((field) => several(`coalesce(${kept(field)}, "")`)),
    ...(rule.compatible ?? []).map((field) => several(kept(field))),
    ...(rule.alone ? [`count(${ofCounted("1")}) > 1`] : []),
    ...(rule.allOrNone ? [several(`coalesce(${rule.allOrNone.map(kept).join(", ")}) IS NULL`)] : []),
  ];
  const among = Object.entries(rule.among ?? {}).map(([field, values]) =>
    values === "any"
      ? `${kept(field)} IS NOT NULL`
      : `${kept(field)} IN [${values.map((each) => `"${each}"`).join(", ")}]`,
  );
  const applies =
    among.length === 0 ? "" : `count(${ofCounted(`CASE WHEN ${among.join(" OR ")} THEN 1 END`)}) > 0 AND `;
  return `${applies}(${wrong.join(" OR ")})`;
}

/** A field of `item`, as its node has it. @throws when the class has no such field: a mistake of the model. */
function keptAs(cls: ModelClass, field: string): string {
  if (propertyOf(cls, field)) return `item.${field}`;
  if (relationOf(cls, field)?.many === false) return `item.${field}Id`;
  throw new Error(`${cls.name}: a rule of sums names "${field}", which is neither a property nor a relation to one.`);
}
