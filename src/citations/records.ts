/** The records that footnotes name: of sources, of claims, and of entities by the claims about them. */
import type { Row } from "../graph/database/driver.ts";
import { query } from "../graph/queries.ts";

/** The source of a record. */
export interface CitedSource {
  id: string;
  /** In the editors' words. */
  name: string;
  /** As published; null if it has no title, or none is known. */
  headline: string | null;
  kind: string;
  /** In EDTF. */
  date: string | null;
  address: string | null;
  publishers: string[];
  /** The title of the source that it is part of. */
  whole: string | null;
}

/** A place in a source, or the source as a whole. */
export interface CitedRecord {
  /** The claim that leads to it; null for a source as a whole. */
  claim: string | null;
  locator: string | null;
  page: string | null;
  file: string | null;
  revision: string | null;
  /** In EDTF. */
  retrieved: string | null;
  source: CitedSource;
}

type Read = (text: string, parameters: Record<string, unknown>) => Promise<Row[]>;

/**
 * The records to which some sources, claims and entities lead, by their ids; of an entity, the record that says most of
 * what is shown of it. Costs a statement for each of the three. What rests on no claim has none.
 */
export async function recordsOf(read: Read, ids: readonly string[]): Promise<Map<string, CitedRecord>> {
  const found = new Map<string, CitedRecord>();
  const groups = { claims: [] as string[], sources: [] as string[], entities: [] as string[] };
  for (const id of new Set(ids)) groups[groupOf(id)].push(id);
  const rows = Object.entries(groups)
    .filter(([, some]) => some.length > 0)
    .map(([name, some]) => read(`${query(`citations/${name}`)}\n${query("citations/works")}`, { ids: some }));
  for (const row of (await Promise.all(rows)).flat()) found.set(row[0] as string, recordOf(row));
  return found;
}

function groupOf(id: string): "claims" | "sources" | "entities" {
  return id.startsWith("claim:") ? "claims" : id.startsWith("source:") ? "sources" : "entities";
}

function recordOf(row: Row): CitedRecord {
  const [, claim, locator, page, file, revision, retrieved, id, name, headline, kind, date, address] = row.map(
    (value) => (value ?? null) as string | null,
  );
  return {
    claim: claim!,
    locator: locator!,
    page: page!,
    file: file!,
    revision: revision!,
    retrieved: retrieved!,
    source: {
      id: id!,
      name: name!,
      headline: headline!,
      kind: kind!,
      date: date!,
      address: address!,
      publishers: row[13] as string[],
      whole: (row[14] as string | null | undefined) ?? null,
    },
  };
}
