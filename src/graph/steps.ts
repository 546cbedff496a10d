/** The steps from one entity to another, as a reader counts them: read out of what the classes declare. */
import {
  allTypes,
  classNamed,
  coordinate,
  entityTypes,
  implementationsOf,
  wordOf,
  lineage,
  propertyOf,
  relationOf,
  relationsOf,
  typeNamed,
  type EntityType,
  type Relation,
} from "./model.ts";

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

let kinds: StepKind[] | undefined;

/** All kinds of step, by name. Claims are what says a step and no step themselves. */
export function stepKinds(): StepKind[] {
  return (kinds ??= [...joining(), ...direct()].sort((a, b) => a.name.localeCompare(b.name)));
}

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
    .flatMap((type) => relationsOf(type.class).filter((relation) => relation.owner === type.class))
    .filter(
      ({ edge, owner, target }) => edge !== undefined && !joined.has(edge) && isEntity(owner) && isEntity(target()),
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

/** The relation that has edges of that type. */
export function relationOfEdge(edge: string): Relation {
  if (byEdge.size === 0)
    for (const { class: cls } of allTypes())
      for (const relation of relationsOf(cls)) if (relation.edge !== undefined) byEdge.set(relation.edge, relation);
  return byEdge.get(edge)!;
}
const byEdge = new Map<string, Relation>();

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

/** Where an entity keeps the first and the last day of its time, and the words under which it never was. */
export interface Span {
  from: string;
  until: string;
  never: readonly string[];
}

/** For each kind of id that has a time, where its nodes keep it. What an end of an edge tells is asked of that end. */
export function spans(): Record<string, Span> {
  const found: Record<string, Span> = {};
  for (const type of entityTypes()) {
    const { from, until, never = [] } = type.time;
    const date = from === "sortKey" ? dateOf(type) : from;
    if (date === undefined) continue;
    // What has no end of its own happened in the time that it is dated to.
    found[type.kind] = {
      from: from === "sortKey" ? "sortKey" : `${from}First`,
      until: `${until ?? date}Last`,
      never,
    };
  }
  return found;
}

/** The first date that an entity sorts by. Undefined for what has none of its own. */
export function dateOf(type: EntityType): string | undefined {
  return type.order.find((name) => propertyOf(type.class, name)?.kind === "date");
}

/** The concrete types that can be at either side of a relation. */
export function sidesOf(relation: Relation): { owners: readonly EntityType[]; targets: readonly EntityType[] } {
  return { owners: implementationsOf(relation.owner), targets: implementationsOf(relation.target()) };
}

function isEntity(cls: abstract new (...parameters: any[]) => object): boolean {
  return lineage(cls).includes(classNamed("Entity")) && typeNamed(cls.name) !== undefined;
}
