/** The steps between entities as a reader counts them, derived from the classes. */
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
import { withoutNull } from "./model/declare.ts";
import { wordOf } from "./model/casing.ts";
import type { EntityType, Relation } from "./model/declarations.ts";
import { once } from "./once.ts";

/** One kind of step: along the edges of a relation, or through an entity that joins others. */
export interface StepKind {
  /** In capitals, as an enumeration value: `MEETING_HOST`, `PARTICIPATION`. */
  word: string;
  /** As in the schema: `Meeting.host`, `Participation`. */
  name: string;
  description: string;
  /** The relation of the edge; null for a step through an entity. */
  relation: Relation | null;
  /** The entity that is the step; null for an edge. */
  type: EntityType | null;
  /** The types of its edges. */
  edges: string[];
}

/** All kinds of step, by name. Claims support steps but aren't steps. */
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
      description: withoutNull(relation.description),
      relation,
      type: null,
      edges: [relation.edge!],
    }));
}

/** Whether an entity is an edge stored as a node. */
export function isJoining({ joins }: EntityType): boolean {
  return joins.length > 0;
}

/** The relations from a joining entity to its ends. */
export function endsOf(type: EntityType): Relation[] {
  return type.joins.map((name) => relationOf(type.class, name)!);
}

/** The relation with that edge type. @throws when there is none: the graph has another model. */
export function relationOfEdge(edge: string): Relation {
  const relation = relationsByEdge().get(edge);
  if (!relation) throw new Error(`The graph holds an edge ${edge}, which no entity declares.`);
  return relation;
}

const relationsByEdge = once(() => {
  const relations = allTypes().flatMap(({ class: cls }) => relationsOf(cls));
  return new Map(relations.flatMap((relation) => (relation.edge ? [[relation.edge, relation]] : [])));
});

/** The kinds of id that paths avoid by default. */
export function hubKinds(): string[] {
  return entityTypes()
    .filter(({ hub }) => hub)
    .map(({ kind }) => kind);
}

/** The kinds of id of edges stored as nodes. */
export function joiningKinds(): string[] {
  return entityTypes()
    .filter(isJoining)
    .map(({ kind }) => kind);
}

/** The kinds of id with their own time. For an edge, its ends have the time. */
export function timedKinds(): Record<string, true> {
  return Object.fromEntries(
    entityTypes().flatMap((type) => (beginningsOf(type).length > 0 ? [[type.kind, true]] : [])),
  );
}

/** The concrete types possible at either side of a relation. */
export function sidesOf(relation: Relation): { domains: readonly EntityType[]; targets: readonly EntityType[] } {
  return { domains: implementationsOf(relation.domain), targets: implementationsOf(relation.target()) };
}

function isEntity(cls: abstract new (...parameters: any[]) => object): boolean {
  return lineage(cls).includes(classNamed("Entity")) && typeNamed(cls.name) !== undefined;
}
