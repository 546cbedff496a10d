/** The nodes and edges of an export, whatever was selected and whatever the format. */
import type { Row } from "../graph/database/driver.ts";
import {
  entityTypes,
  isOwned,
  relationOf,
  relationsOf,
  typeOf,
  typeOfKind,
  type EntityType,
  type Relation,
} from "../graph/model.ts";
import { query } from "../graph/queries.ts";
import { fieldsOf } from "./fields.ts";
import type { Sources } from "./sources.ts";

/** Sends one statement of an export. @throws TIMEOUT, GRAPH_UNAVAILABLE, or what ended the export. */
export type Read = (text: string, parameters: Record<string, unknown>) => Promise<Row[]>;

/** The days between which something held or took place; null on a side that is open or not known. */
export interface Span {
  start: string | null;
  end: string | null;
}

export interface ExportNode extends Span {
  id: string;
  type: EntityType;
  /** By the names of `fieldsOf` its type. What has no value isn't in it. */
  values: Record<string, unknown>;
  /** The ids of the sources that say anything of it. */
  sources: string[];
  licences: string[];
  /** What leads from it to others. */
  edges: ExportEdge[];
}

export interface ExportEdge extends Span {
  id: string;
  source: string;
  target: string;
  /** The relation's name, as in the schema. */
  relation: string;
  /** The ids of the sources that say it. */
  sources: string[];
}

/** How many nodes are read at once. */
export const batchSize = 200;

/** Reads nodes by their ids, in the order given; one that is gone meanwhile is left out. */
export async function readNodes(read: Read, sources: Sources, ids: string[]): Promise<ExportNode[]> {
  const rows = (await read(query("export/nodes"), { ids, lastDays: lastDays() })) as NodeRow[];
  await sources.know(rows.flatMap((row) => row[3].map(([source]) => source)));
  await sources.know(rows.flatMap(([, { sourceId }]) => (typeof sourceId === "string" ? [sourceId] : [])));
  const found = new Map(rows.map((row) => [row[0], nodeOf(row, sources)]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

type ClaimRow = [source: string, predicate: string | null, target: string | null, record: string | null];
type NodeRow = [
  id: string,
  properties: Record<string, unknown>,
  edges: [type: string, to: string, lastDays: (string | null)[]][],
  claims: ClaimRow[],
];

function nodeOf([id, properties, edges, claims]: NodeRow, sources: Sources): ExportNode {
  const type = typeOfKind(id.slice(0, id.indexOf(":")))!;
  const targets = new Map<string, string[]>();
  for (const [edge, to] of edges) {
    const { name } = relationOfEdge(edge);
    targets.set(name, [...(targets.get(name) ?? []), to]);
  }
  const values: Record<string, unknown> = {};
  const span = spanOf(type, properties, edges);
  const said = sourceOfClaim(properties);
  const own: ExportNode = { id, type, values, sources: [], licences: [], edges: [], ...span };
  for (const { name, kind, relation } of fieldsOf(type)) {
    if (!relation) {
      const value = properties[name];
      if (value == null || (Array.isArray(value) && value.length === 0)) continue;
      values[name] = kind === "json" ? JSON.parse(value as string) : value;
      continue;
    }
    const ids = relation.keyed ? [properties[`${name}Id`] as string | null] : (targets.get(name) ?? []);
    const known = ids.filter((each) => each != null);
    if (known.length === 0) continue;
    values[name] = relation.many ? known : known[0];
    for (const target of known)
      own.edges.push({
        id: `${id}_${name}_${target}`,
        source: id,
        target,
        relation: name,
        sources: said.length > 0 ? said : sourcesOf(claims, name, target),
        ...span,
      });
  }
  own.sources = distinct([...claims.map(([source]) => source), ...said]);
  own.licences = distinct(own.sources.flatMap((source) => sources.licenceOf(source) ?? []));
  return own;
}

// A claim is said by its own source, and so is all that it leads to.
function sourceOfClaim({ sourceId }: Record<string, unknown>): string[] {
  return typeof sourceId === "string" ? [sourceId] : [];
}

// One claim may say several fields of a record, as JSON.
function sourcesOf(claims: ClaimRow[], relation: string, target: string): string[] {
  return distinct(
    claims
      .filter(([, predicate, entity, record]) =>
        predicate === "record" ? record?.includes(`"${relation}":`) : predicate === relation && entity === target,
      )
      .map(([source]) => source),
  );
}

function distinct(texts: string[]): string[] {
  return [...new Set(texts)].sort();
}

let relationsByEdge: Map<string, Relation> | undefined;

function relationOfEdge(edge: string): Relation {
  relationsByEdge ??= new Map(
    entityTypes().flatMap((type) =>
      relationsOf(type.class).flatMap((relation) => (relation.edge ? [[relation.edge, relation] as const] : [])),
    ),
  );
  const relation = relationsByEdge.get(edge);
  if (!relation) throw new Error(`The graph holds an edge ${edge}, which no entity declares.`);
  return relation;
}

/** When it held: what has no end has happened by the last day of its date; what sorts as its target does, as that. */
function spanOf(type: EntityType, properties: Record<string, unknown>, edges: NodeRow[2]): Span {
  const { from, until } = type.time;
  if (from === undefined && until === undefined) return { start: null, end: null };
  const atSortKey = from === undefined || from === "sortKey";
  const start = day(atSortKey ? properties.sortKey : properties[`${from}First`]);
  let end: string | null = null;
  if (until !== undefined) end = day(properties[`${until}Last`]);
  else if (atSortKey && start !== null) {
    const order = type.order.find((name) => properties[name] !== undefined);
    const leading = relationOf(type.class, type.order[0]!);
    end = leading
      ? day(edges.find(([edge]) => edge === leading.edge)?.[2].find((each) => each !== null))
      : day(properties[`${order}Last`]);
  }
  // Sources may differ so far that the end comes before the beginning.
  return { start, end: start !== null && end !== null && end < start ? null : end };
}

function day(value: unknown): string | null {
  return typeof value === "string" ? (/^\d{4}-\d\d-\d\d/.exec(value)?.[0] ?? null) : null;
}

/** The properties that hold the last day of what other types sort by. */
function lastDays(): string[] {
  return [
    ...new Set(
      entityTypes().flatMap((type) => {
        const relation = relationOf(type.class, type.order[0]!);
        return relation && isOwned(relation) ? typeOf(relation.target()).order.map((name) => `${name}Last`) : [];
      }),
    ),
  ];
}
