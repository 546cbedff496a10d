/** The days of nodes, as audits need them. */
import { Tenure } from "../../entities/Tenure.ts";
import { beginningsOf, typeOf } from "../../graph/model/model.ts";
import type { Properties } from "../../ingest/changes.ts";

/** A text property, or null. */
export function textOf(node: Properties, name: string): string | null {
  return (node[name] as string | undefined) ?? null;
}

/** The first and the last possible day on which a tenure began; null if unknown. */
export function beginningOf(tenure: Properties): { first: string; last: string } | null {
  const name = beginningsOf(typeOf(Tenure)).find((each) => tenure[each] != null);
  if (name === undefined) return null;
  const [first, last] = [textOf(tenure, `${name}First`), textOf(tenure, `${name}Last`)];
  return { first: first ?? "0000-01-01", last: last ?? "9999-12-31" };
}
