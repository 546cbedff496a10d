/** The shapes of class declarations, as kept by the model. */

import type { SumRefusal } from "./sums.ts";

/** How a property's value is stored, filtered and read. */
export type Datatype = "text" | "texts" | "integer" | "float" | "boolean" | "enumeration" | "date" | "json";

export interface Property {
  name: string;
  datatype: Datatype;
  description: string;
  /** Its term in other vocabularies. */
  elsewhere?: Elsewhere;
  /** The GraphQL type, as type-graphql takes it. */
  type: () => unknown;
  /** The name and the values of the enumeration of its value, or of each of its values. */
  enumeration?: string;
  values?: readonly string[];
  /** For structured values: parses a fact's value. @throws when it has another structure. */
  parse?: (value: unknown) => unknown;
  /** Always present: the checker refuses a fact without it. */
  required: boolean;
  /** The name of a natural key, whose value identifies one entity: its own name, or, for a list, that of one value. */
  key: string | undefined;
  /** A key that its standard writes in upper case: it is found in any case. */
  upperCase: boolean;
  /** A wording: different wordings don't contradict each other. */
  wording: boolean;
  /** A date whose intervals are extents, from the first day to the last, and not days between which it lies. */
  extent: boolean;
  /** A text with few values, by which lists can be grouped. */
  grouped: boolean;
  /** For a number: when those of several items may not be added up. */
  sums?: readonly SumRule[];
  /** For an enumeration: the fields that must be stated with certain of its values. */
  needs?: Readonly<Record<string, readonly string[]>>;
}

/** Why the numbers of several items may not be added up. Fields are named; a to-one relation stands for its target. */
export interface SumRule {
  /** The word of the reason, in `SumRefusal`. */
  word: keyof typeof SumRefusal;
  /** Only if an item has one of these values in one of these fields, or any value. Defaults to always. */
  among?: Readonly<Record<string, readonly string[] | "any">>;
  /** The items must have the same value in each of these fields, or none of them any. */
  alike?: readonly string[];
  /** The items that have a value in one of these fields must have the same. */
  compatible?: readonly string[];
  /** Either each item has one of these fields, or none does. */
  allOrNone?: readonly string[];
  /** There must be only one item. */
  alone?: true;
}

/** `schema:name`; for a date, alternatively terms for its beginning and its end. */
export type Elsewhere = string | { first: string; last: string };

export interface Relation {
  name: string;
  many: boolean;
  description: string;
  /** The target class and its name. @throws when there is no such class. */
  leadsTo: string;
  target: () => ModelClass;
  elsewhere?: string;
  /** On the owning side: the type of the edge from this entity to the target. */
  edge?: string;
  /** On the owning side, if there are too many for edges: only the target's id is stored. */
  foreignKey?: boolean;
  /** On the other side: the owning relation of the target, read backwards. */
  inverse?: string;
  /** On a derived relation: a relation of the same entity, and one from there to the items. */
  through?: readonly [string, string];
  /** On the owning side: no relation reads it from the other side. */
  oneWay?: boolean;
  /** The edges are ordered, by their `sortKey`. */
  ordered: boolean;
  required: boolean;
  /** The declaring class, possibly an interface. */
  domain: ModelClass;
}

/**
 * When an entity is in effect or takes place: date properties, or `sortKey`, which begins with the first day.
 * Types with dates must declare their end in `until`, or `isMoment` or `isTimeless`.
 */
export interface Time {
  from?: string;
  until?: string;
  /** It happens once: as of a day, it includes everything begun by then. */
  isMoment?: true;
  /** It has dates, but none says when it is in effect. */
  isTimeless?: true;
  /** Values of `status` for which it never was in effect. */
  never?: readonly string[];
  /** A list of intervals between its beginning and its end in which it wasn't in effect. */
  except?: string;
  /** A list of days and intervals in which sources show it: its activity, as opposed to its life. */
  shown?: string;
}

/**
 * An index of a small subset: those that a to-one relation leads from, without a value in certain fields.
 * An index can't find missing values, so nodes store the id under another name. If you change a
 * declaration, write a migration: existing data isn't settled again.
 */
export interface PartialIndex {
  /** The property of the node: the id of the relation's target, if none of `without` has a value. */
  name: string;
  /** The to-one relation. */
  of: string;
  /** The properties and to-one relations that must have no value. */
  without: readonly string[];
}

/** The options of `@Type`, which interfaces don't have. */
export interface EntityOptions {
  /**
   * The properties that its lists sort by: the first with a value. Null sorts last. Defaults to `name`.
   * A to-one relation instead: it sorts as its target does, such as a participation by the day of its meeting.
   */
  order: readonly string[];
  /** When it is in effect. Defaults to beginning with the date it sorts by; empty for types without a time. */
  time: Time;
  /** The plural name of its root list. Defaults to its name with an s. */
  plural: string;
  /**
   * Its weight in a search, default 1: higher if people search for its own name, lower if it is named
   * after others, 0 if it would only crowd them out.
   */
  searched: number;
  /** Fields that one record gives together, including a name built from the others: one claim may state all. */
  recordFields: readonly string[];
  /** Of its names, one that has all words of another is shown before that. */
  fullestName: boolean;
  /**
   * For an edge stored as a node because it has facts of its own: the to-one relations whose targets it
   * joins, who before what. Readers see one step.
   */
  joins: readonly string[];
  /** It connects everything: paths don't pass through it by default. */
  hub: boolean;
  /** Small, frequently queried subsets. */
  partialIndexes: readonly PartialIndex[];
  /** Its terms in other vocabularies, besides `prov:Entity`: `schema:Event`. */
  elsewhere: readonly string[];
}

export interface EntityType extends EntityOptions {
  name: string;
  /** The part of its ids before the colon: the name in kebab-case. */
  kind: string;
  class: ModelClass;
  description: string;
  /** An interface has no instances. */
  abstract: boolean;
}

// Decorated classes have any constructor; only names and prototypes are used.
export type ModelClass = abstract new (...parameters: any[]) => object;
