/** What a class may declare: the shapes in which the model keeps it. */

/** How a property's value is kept in the graph, and so how it is filtered and read. */
export type Datatype = "text" | "texts" | "integer" | "float" | "boolean" | "enumeration" | "date" | "json";

export interface Property {
  name: string;
  datatype: Datatype;
  description: string;
  /** What it is in the vocabularies of others. */
  elsewhere?: Elsewhere;
  /** The GraphQL type, as type-graphql takes it. */
  type: () => unknown;
  /** The name and the words of its enumeration. */
  enumeration?: string;
  values?: readonly string[];
  /** Of a value with a structure of its own: what a fact must give. @throws when it gives something else. */
  parse?: (value: unknown) => unknown;
  /** Every instance has it: the checker refuses a fact without it. */
  required: boolean;
  /** The word of a natural key, whose value names one entity: its own name, or, of a list, that for one of its values. */
  key: string | undefined;
  /** A wording: sources that word it in other ways don't contradict each other. */
  wording: boolean;
  /** A text of few values, by which lists can be grouped. */
  grouped: boolean;
}

/** `schema:name`; of a date, perhaps not the date itself but the first and last day that it can mean. */
export type Elsewhere = string | { first: string; last: string };

export interface Relation {
  name: string;
  many: boolean;
  description: string;
  /** The name of the class that it leads to, and the class. @throws when no class is called so. */
  leadsTo: string;
  target: () => ModelClass;
  elsewhere?: string;
  /** On the owning side: the type of the edge that leads from this entity to the target. */
  edge?: string;
  /** On the owning side, where there are too many for edges: the target is kept by its id alone. */
  foreignKey?: boolean;
  /** On the other side: the owning relation of the target that this one reads backwards. */
  inverse?: string;
  /** On a derived relation: the relation of the same entity that it passes, and the one from there to the items. */
  through?: readonly [string, string];
  /** On the owning side: it is not read from the other side. */
  oneWay?: boolean;
  /** The edges have an order of their own, kept in their `sortKey`. */
  ordered: boolean;
  required: boolean;
  /** The class that declares it, perhaps an interface. */
  domain: ModelClass;
}

/**
 * What tells when an entity held or took place: date properties, or `sortKey`, whose beginning is the first day.
 * What has dates says where its end is, in `until`, or that it `isMoment` or `isTimeless`.
 */
export interface Time {
  from?: string;
  until?: string;
  /** It happened once and for all: as of a day, all that had begun by then. */
  isMoment?: true;
  /** It has dates, and none of them tells when it held. */
  isTimeless?: true;
  /** Words of its `status` under which it never did. */
  never?: readonly string[];
  /** A list of days and spans in which sources show it: what it did, where the others tell its life. */
  shown?: string;
}

/**
 * An index of few among many: those that one to-one relation leads from, and that have no value in certain others.
 * An index can't be asked for what is not there, so its nodes keep the id under a name of their own. Whoever changes
 * a declaration writes a migration: what is loaded is not settled anew.
 */
export interface PartialIndex {
  /** The property of the node: the id of the relation's target, where none of `without` has a value. */
  name: string;
  /** The to-one relation. */
  of: string;
  /** The properties and to-one relations of which none may have a value. */
  without: readonly string[];
}

/** What a class tells of itself in `@Type`, and an interface doesn't. */
export interface EntityOptions {
  /**
   * The properties that its lists sort by: the first one that has a value. Nothing sorts last. `name` unless told.
   * A to-one relation instead: it sorts as its target does, so a participation by the day of its meeting.
   */
  order: readonly string[];
  /** When it held or took place. What sorts by a date begins with it, unless told; empty for what has no time. */
  time: Time;
  /** The plural word of its root list: its name with an s, unless told. */
  plural: string;
  /**
   * How much it weighs in a search, 1 unless told: more for what is looked for by its own name, less for what is named
   * after others, 0 for what would only crowd them out.
   */
  searched: number;
  /** Fields that one record of a source gives together, a name that is made of the others among them: one claim may say them all. */
  recordFields: readonly string[];
  /**
   * Where it is an edge that is kept as a node, since it has facts of its own: the to-one relations whose targets it
   * joins, who before what. To a reader it is one step.
   */
  joins: readonly string[];
  /** Everything is connected by it: no way goes through it unless that is asked for. */
  hub: boolean;
  /** What is asked for often and would be sought among too many. */
  partialIndexes: readonly PartialIndex[];
  /** What it is in the vocabularies of others, besides a `prov:Entity`: `schema:Event`. */
  elsewhere: readonly string[];
}

export interface EntityType extends EntityOptions {
  name: string;
  /** The first half of its ids: the name in kebab-case. */
  kind: string;
  class: ModelClass;
  description: string;
  /** An interface has no instances of its own. */
  abstract: boolean;
}

// Decorated classes have constructors of every shape; only their names and prototypes are used.
export type ModelClass = abstract new (...parameters: any[]) => object;
