/** What can be asked of a value in a filter: for each kind of property its operators, with the Cypher of each. */
import type { Datatype } from "./model/declarations.ts";
import { folded } from "./fold.ts";

/** The kinds that filters ask of: the properties', and ids. */
export type FilteredDatatype = Exclude<Datatype, "json"> | "id";

export interface Operator {
  /** The type of what is given: the property's own, a list of it, text, a date, or whether. */
  type: "itself" | "list" | "text" | "date" | "whether";
  description: string;
  /** The condition on `item.property`, what is given in `$value`. It may be null where the item has no value. */
  cypher: (property: string, value: string) => string;
}

const equal: Operator = {
  type: "itself",
  description: "It is this.",
  cypher: (property, value) => `${property} = ${value}`,
};
const among: Operator = {
  type: "list",
  description: "It is one of these.",
  cypher: (property, value) => `${property} IN ${value}`,
};
const notAmong: Operator = {
  type: "list",
  description: "It is none of these. So is what has no value.",
  cypher: (property, value) => `NOT coalesce(${property} IN ${value}, false)`,
};
const exists: Operator = {
  type: "whether",
  description: "Whether it has a value.",
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
  gt: { type: "itself", description: "It is more than this.", cypher: (property, value) => `${property} > ${value}` },
  gte: { type: "itself", description: "It is at least this.", cypher: (property, value) => `${property} >= ${value}` },
  lt: { type: "itself", description: "It is less than this.", cypher: (property, value) => `${property} < ${value}` },
  lte: { type: "itself", description: "It is at most this.", cypher: (property, value) => `${property} <= ${value}` },
  exists,
};

/** The operators of each kind, by the word that a filter uses. Texts are compared without case and accents. */
export const operators: Record<FilteredDatatype, Record<string, Operator>> = {
  id: { eq: equal, in: among, notIn: notAmong },
  text: {
    eq: {
      ...equal,
      description: "It is this, whatever the case and the accents.",
      cypher: (p, v) => `${folded(p)} = ${v}`,
    },
    in: {
      ...among,
      description: "It is one of these, whatever the case and the accents.",
      cypher: (property, value) => `${folded(property)} IN ${value}`,
    },
    notIn: { ...notAmong, cypher: (property, value) => `NOT coalesce(${folded(property)} IN ${value}, false)` },
    contains: {
      type: "text",
      description: "It contains this, whatever the case and the accents.",
      cypher: (property, value) => `${folded(property)} CONTAINS ${value}`,
    },
    startsWith: {
      type: "text",
      description: "It begins with this, whatever the case and the accents.",
      cypher: (property, value) => `${folded(property)} STARTS WITH ${value}`,
    },
    exists,
  },
  texts: {
    contains: {
      type: "text",
      description: "One of them is this, whatever the case and the accents.",
      cypher: (property, value) => `any(each IN ${property} WHERE ${folded("each")} = ${value})`,
    },
    exists: { ...exists, description: "Whether there is any." },
  },
  enumeration: { eq: equal, in: among, notIn: notAmong, exists },
  integer: numeric,
  float: numeric,
  boolean: { eq: equal, exists },
  date: {
    overlaps: {
      type: "date",
      description:
        "It can fall on a day of this date or interval, certainly or possibly. An open or unknown side reaches for ever.",
      cypher: possible,
    },
    certainly: {
      type: "date",
      description: "Every day that it can mean lies in this date or interval.",
      cypher: certain,
    },
    possibly: {
      type: "date",
      description: "Some days that it can mean lie in this date or interval, and some don't: it may, or may not.",
      cypher: (property, value) => `(${possible(property, value)} AND NOT ${certain(property, value)})`,
    },
    exists,
  },
};
