/** The nodes and edges of an export, for every selection and format. */
import type { Row } from "../graph/database/driver.ts";
import { typeOfKind } from "../graph/model/model.ts";
import type { EntityType } from "../graph/model/declarations.ts";
import { query } from "../graph/queries.ts";
import { relationOfEdge } from "../graph/steps.ts";
import { fieldsOf } from "./exportFields.ts";
import type { Sources } from "./sources.ts";

/** Sends one query of an export. @throws TIMEOUT, GRAPH_UNAVAILABLE, or what ended the export. */
export type Read = (text: string, parameters: Record<string, unknown>) => Promise<Row[]>;

/** The first and last day of something; null on a side that is open or unknown. */
export type HeldDays = { start: string | null; end: string | null };

export interface ExportNode extends HeldDays {
  id: string;
  type: EntityType;
  /** By the names of `fieldsOf` its type. Excludes missing values. */
  values: Record<string, unknown>;
  /** The ids of the sources that say anything about it. */
  sources: string[];
  licences: string[];
  /** Its outgoing edges. */
  edges: ExportEdge[];
}

export interface ExportEdge extends HeldDays {
  id: string;
  source: string;
  target: string;
  /** The relation's name in the schema. */
  relation: string;
  /** The ids of the sources that state it. */
  sources: string[];
}

/** The number of nodes read at once. */
export const batchSize = 200;

/** Reads nodes by id, in the given order; omits one that has disappeared meanwhile. */
export async function readNodes(read: Read, sources: Sources, ids: string[]): Promise<ExportNode[]> {
  const rows = (await read(query("export/nodes"), { ids })) as NodeRow[];
  await sources.know(rows.flatMap((row) => row[3].map(([source]) => source)));
  await sources.know(rows.flatMap(([, { sourceId }]) => (typeof sourceId === "string" ? [sourceId] : [])));
  const found = new Map(rows.map((row) => [row[0], nodeOf(row, sources)]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** The relations that a claim states, and their targets; a record has them in its values. */
type NodeClaim = [source: string, relations: string[], target: string | null];
type NodeRow = [
  id: string,
  properties: Record<string, unknown>,
  edges: [type: string, to: string][],
  claims: NodeClaim[],
];

function nodeOf([id, properties, edges, claims]: NodeRow, sources: Sources): ExportNode {
  const type = typeOfKind(id.slice(0, id.indexOf(":")))!;
  const targets = new Map<string, string[]>();
  for (const [edge, to] of edges) {
    const { name } = relationOfEdge(edge);
    targets.set(name, [...(targets.get(name) ?? []), to]);
  }
  const values: Record<string, unknown> = {};
  const heldDays = heldDaysOf(type, properties);
  const said = sourceOfClaim(properties);
  const own: ExportNode = { id, type, values, sources: [], licences: [], edges: [], ...heldDays };
  for (const { name, datatype, relation } of fieldsOf(type)) {
    if (!relation) {
      const value = properties[name];
      if (value == null || (Array.isArray(value) && value.length === 0)) continue;
      values[name] = datatype === "json" ? JSON.parse(value as string) : value;
      continue;
    }
    const ids = relation.foreignKey ? [properties[`${name}Id`] as string | null] : (targets.get(name) ?? []);
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
        ...heldDays,
      });
  }
  own.sources = distinct([...claims.map(([source]) => source), ...said]);
  own.licences = distinct(own.sources.flatMap((source) => sources.licenceOf(source) ?? []));
  return own;
}

// A claim, and all its targets, come from its own source.
function sourceOfClaim({ sourceId }: Record<string, unknown>): string[] {
  return typeof sourceId === "string" ? [sourceId] : [];
}

function sourcesOf(claims: NodeClaim[], relation: string, target: string): string[] {
  return distinct(
    claims
      .filter(([, relations, entity]) => relations.includes(relation) && (entity === null || entity === target))
      .map(([source]) => source),
  );
}

function distinct(texts: string[]): string[] {
  return [...new Set(texts)].sort();
}

/** When it was in effect; if it never was, the days of its date. */
function heldDaysOf({ time: { from, until } }: EntityType, properties: Record<string, unknown>): HeldDays {
  if (from === undefined) return { start: null, end: null };
  const dated = properties.datedBy as string | undefined;
  const start = day(properties.heldFirst ?? properties[`${dated}First`]);
  // Something without an end, such as a source, exists from its beginning on; an event has happened by its last day.
  const ends = until !== undefined || from === "sortKey";
  const end = ends ? day(properties.heldLast ?? properties[`${until ?? dated}Last`]) : null;
  // Sources may differ so much that the end comes before the beginning.
  return { start, end: start !== null && end !== null && end < start ? null : end };
}

function day(value: unknown): string | null {
  return typeof value === "string" ? (/^\d{4}-\d\d-\d\d/.exec(value)?.[0] ?? null) : null;
}
