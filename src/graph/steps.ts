/** The steps from one entity to another, as a reader counts them: read out of what the classes declare. */
import {
  allTypes,
  beginningsOf,
  classNamed,
  coordinate,
  entityTypes,
  implementationsOf,
  lineage,
  relationOf,
  relationsOf,
  typeNamed,
} from "./model/model.ts";
import { wordOf } from "./model/casing.ts";
import type { EntityType, Relation } from "./model/declarations.ts";
import { once } from "./once.ts";

/** One kind of step: along the edges of a relation, or through an entity that joins others. */
export interface StepKind {
  /** In capitals, as an enumeration has it: `MEETING_HOST`, `PARTICIPATION`. */
  word: string;
  /** As the schema has it: `Meeting.host`, `Participation`. */
  name: string;
  description: string;
  /** The relation whose edge is the step; null for one through an entity. */
  relation: Relation | null;
  /** The entity that is the step; null for an edge. */
  type: EntityType | null;
  /** The types of its edges. */
  edges: string[];
}

/** All kinds of step, by name. Claims are what says a step and no step themselves. */
export const stepKinds = once((): StepKind[] =>
  [...joining(), ...direct()].sort((a, b) => a.name.localeCompare(b.name)),
);

function joining(): StepKind[] {
  return entityTypes()
    .filter(isJoining)
    .map((type) => ({
      word: wordOf(type.name),
      name: type.name,
      description: type.description,
      relation: null,
      type,
      edges: endsOf(type).map(({ edge }) => edge!),
    }));
}

function direct(): StepKind[] {
  const joined = new Set(joining().flatMap(({ edges }) => edges));
  return allTypes()
    .flatMap((type) => relationsOf(type.class).filter((relation) => relation.domain === type.class))
    .filter(
      ({ edge, domain, target }) => edge !== undefined && !joined.has(edge) && isEntity(domain) && isEntity(target()),
    )
    .map((relation) => ({
      word: wordOf(coordinate(relation).replace(".", "-")),
      name: coordinate(relation),
      description: relation.description,
      relation,
      type: null,
      edges: [relation.edge!],
    }));
}

/** Whether an entity is an edge kept as a node. */
export function isJoining({ joins }: EntityType): boolean {
  return joins.length > 0;
}

/** The relations to the ends of an entity that joins others. */
export function endsOf(type: EntityType): Relation[] {
  return type.joins.map((name) => relationOf(type.class, name)!);
}

/** The relation that has edges of that type. @throws when none has: the graph isn't of this model. */
export function relationOfEdge(edge: string): Relation {
  const relation = relationsByEdge().get(edge);
  if (!relation) throw new Error(`The graph holds an edge ${edge}, which no entity declares.`);
  return relation;
}

const relationsByEdge = once(() => {
  const relations = allTypes().flatMap(({ class: cls }) => relationsOf(cls));
  return new Map(relations.flatMap((relation) => (relation.edge ? [[relation.edge, relation]] : [])));
});

/** The kinds of id that no way goes through unless it is asked for, by the first half of their ids. */
export function hubKinds(): string[] {
  return entityTypes()
    .filter(({ hub }) => hub)
    .map(({ kind }) => kind);
}

/** The kinds of id of edges that are kept as nodes. */
export function joiningKinds(): string[] {
  return entityTypes()
    .filter(isJoining)
    .map(({ kind }) => kind);
}

/** The kinds of id that have a time of their own. What an end of an edge tells is asked of that end. */
export function timedKinds(): Record<string, true> {
  return Object.fromEntries(
    entityTypes().flatMap((type) => (beginningsOf(type).length > 0 ? [[type.kind, true]] : [])),
  );
}

/** The concrete types that can be at either side of a relation. */
export function sidesOf(relation: Relation): { domains: readonly EntityType[]; targets: readonly EntityType[] } {
  return { domains: implementationsOf(relation.domain), targets: implementationsOf(relation.target()) };
}

function isEntity(cls: abstract new (...parameters: any[]) => object): boolean {
  return lineage(cls).includes(classNamed("Entity")) && typeNamed(cls.name) !== undefined;
}
