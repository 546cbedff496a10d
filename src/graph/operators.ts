/** Filter operators for each kind of property, with their Cypher. */
import type { Datatype, Property } from "./model/declarations.ts";
import { folded } from "./fold.ts";

/** The kinds that filters support: those of properties, and ids. */
export type FilteredDatatype = Exclude<Datatype, "json"> | "id" | "enumerations";

/** How a property is filtered. */
export function filteredAs({ datatype, enumeration }: Property): FilteredDatatype {
  return datatype === "texts" && enumeration !== undefined ? "enumerations" : (datatype as FilteredDatatype);
}

export interface Operator {
  /** The type of the operand: the property's own, a list of it, text, a date, or boolean. */
  type: "itself" | "list" | "text" | "date" | "whether";
  description: string;
  /** The condition on `item.property`, with the operand in `$value`. May be null if the item has no value. */
  cypher: (property: string, value: string) => string;
}

const equal: Operator = {
  type: "itself",
  description: "Equals this.",
  cypher: (property, value) => `${property} = ${value}`,
};
const among: Operator = {
  type: "list",
  description: "One of these.",
  cypher: (property, value) => `${property} IN ${value}`,
};
const notAmong: Operator = {
  type: "list",
  description: "None of these; an item without a value matches.",
  cypher: (property, value) => `NOT coalesce(${property} IN ${value}, false)`,
};
const exists: Operator = {
  type: "whether",
  description: "Whether there is a value.",
  cypher: (property, value) => `(${property} IS NOT NULL) = ${value}`,
};

const possible = (property: string, value: string): string =>
  `(${property} IS NOT NULL AND coalesce(${property}First, "0000") <= ${value}.lastDay AND coalesce(${property}Last, "9999-12-31") >= ${value}.firstDay)`;
const certain = (property: string, value: string): string =>
  `(${property} IS NOT NULL AND coalesce(${property}First, "0000") >= ${value}.firstDay AND coalesce(${property}Last, "9999-12-31") <= ${value}.lastDay)`;

const numeric: Record<string, Operator> = {
  eq: equal,
  in: among,
  notIn: notAmong,
  gt: { type: "itself", description: "Greater than this.", cypher: (property, value) => `${property} > ${value}` },
  gte: { type: "itself", description: "At least this.", cypher: (property, value) => `${property} >= ${value}` },
  lt: { type: "itself", description: "Less than this.", cypher: (property, value) => `${property} < ${value}` },
  lte: { type: "itself", description: "At most this.", cypher: (property, value) => `${property} <= ${value}` },
  exists,
};

/** The operators of each kind, by name. Texts are compared without case and accents. */
export const operators: Record<FilteredDatatype, Record<string, Operator>> = {
  id: { eq: equal, in: among, notIn: notAmong },
  text: {
    eq: {
      ...equal,
      description: "Equals this, ignoring case and accents.",
      cypher: (p, v) => `${folded(p)} = ${v}`,
    },
    in: {
      ...among,
      description: "One of these, ignoring case and accents.",
      cypher: (property, value) => `${folded(property)} IN ${value}`,
    },
    notIn: { ...notAmong, cypher: (property, value) => `NOT coalesce(${folded(property)} IN ${value}, false)` },
    contains: {
      type: "text",
      description: "Contains this, ignoring case and accents.",
      cypher: (property, value) => `${folded(property)} CONTAINS ${value}`,
    },
    startsWith: {
      type: "text",
      description: "Begins with this, ignoring case and accents.",
      cypher: (property, value) => `${folded(property)} STARTS WITH ${value}`,
    },
    exists,
  },
  texts: {
    contains: {
      type: "text",
      description: "One of the texts equals this, ignoring case and accents.",
      cypher: (property, value) => `any(each IN ${property} WHERE ${folded("each")} = ${value})`,
    },
    exists: { ...exists, description: "Whether the list has items." },
  },
  enumerations: {
    contains: {
      type: "itself",
      description: "One of the values is this.",
      cypher: (property, value) => `${value} IN ${property}`,
    },
    exists: { ...exists, description: "Whether the list has items." },
  },
  enumeration: { eq: equal, in: among, notIn: notAmong, exists },
  integer: numeric,
  float: numeric,
  boolean: { eq: equal, exists },
  date: {
    overlaps: {
      type: "date",
      description: "Some possible day lies in this date or interval. An open or unknown side has no limit.",
      cypher: possible,
    },
    certainly: {
      type: "date",
      description: "Every possible day lies in this date or interval.",
      cypher: certain,
    },
    possibly: {
      type: "date",
      description: "Some possible days lie in this date or interval and others don't.",
      cypher: (property, value) => `(${possible(property, value)} AND NOT ${certain(property, value)})`,
    },
    exists,
  },
};
