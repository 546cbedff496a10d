/** The plans of statements, requested from Neo4j once for all statements that differ only in names of the model. */
import type { Driver } from "neo4j-driver";
import { shapeOf } from "./shapes.ts";

export interface Plan {
  operatorType: string;
  arguments: { Details?: string };
  children: Plan[];
}

/**
 * Statements of one shape have one plan if each index in the plan has its counterpart; one that lacks a
 * counterpart is planned separately.
 * @returns a function that gives the plan of a statement.
 */
export function plansOf(driver: Driver): (text: string, parameters: Record<string, unknown>) => Promise<Plan> {
  const planned = new Map<string, { plan: Plan; names: string[] }>();
  let indexes: Promise<Set<string>> | undefined;

  async function plan(text: string, parameters: Record<string, unknown>): Promise<Plan> {
    const { summary } = await driver.executeQuery(`EXPLAIN ${text}`, parameters);
    return summary.plan as unknown as Plan;
  }

  return async (text, parameters) => {
    const shape = shapeOf(text);
    const known = planned.get(shape.text);
    if (known) {
      const renamed = new Map(known.names.map((name, place) => [name, shape.names[place]!]));
      const there = await (indexes ??= indexesOf(driver));
      if (indexesIn(known.plan).every((index) => there.has(index.replace(/\w+/g, (word) => renamed.get(word) ?? word))))
        return known.plan;
    }
    const own = await plan(text, parameters);
    planned.set(shape.text, { plan: own, names: shape.names });
    return own;
  };
}

/** The indexes that a plan uses, in the form of `indexesOf`. */
function indexesIn({ arguments: { Details: details = "" }, children }: Plan): string[] {
  const here = [...details.matchAll(/(UNIQUE|RANGE INDEX) \w+:(\w+\([^)]*\))/g)].map(([, kind, of]) =>
    kind === "UNIQUE" ? `unique ${of}` : of!,
  );
  return [...here, ...children.flatMap(indexesIn)];
}

/** All indexes, such as `Meeting(hostId, sortKey, id)`. */
async function indexesOf(driver: Driver): Promise<Set<string>> {
  const { records } = await driver.executeQuery(
    "SHOW INDEXES YIELD labelsOrTypes, properties, owningConstraint, type WHERE type = 'RANGE' AND labelsOrTypes IS NOT NULL",
  );
  return new Set(
    records.map((record) => {
      const of = `${(record.get("labelsOrTypes") as string[])[0]}(${(record.get("properties") as string[]).join(", ")})`;
      return record.get("owningConstraint") === null ? of : `unique ${of}`;
    }),
  );
}
