/** The sources of an export, with their licences. There are few, so they stay in memory. */
import { nodeQuery } from "../graph/listQueries.ts";
import type { Read } from "./nodes.ts";

export interface SourceFacts {
  id: string;
  name: string;
  headline: string | null;
  kind: string;
  date: string | null;
  address: string | null;
  licence: string | null;
  partOf: string | null;
}

const columns = ["name", "headline", "kind", "date", "address", "licence", "partOfId"];

export class Sources {
  readonly #read: Read;
  readonly #known = new Map<string, SourceFacts>();

  constructor(read: Read) {
    this.#read = read;
  }

  /** Reads the unknown ones among these sources, and the sources that contain them. */
  async know(ids: string[]): Promise<void> {
    const values = [...new Set(ids)].filter((id) => !this.#known.has(id));
    if (values.length === 0) return;
    const rows = await this.#read(nodeQuery(), { values, columns });
    const wider: string[] = [];
    for (const [, id, facts] of rows as [string, string, (string | null)[]][]) {
      const [name, headline, kind, date, address, licence, partOf] = facts;
      this.#known.set(id, {
        id,
        name: name!,
        headline: headline ?? null,
        kind: kind!,
        date: date ?? null,
        address: address ?? null,
        licence: licence ?? null,
        partOf: partOf ?? null,
      });
      if (partOf != null) wider.push(partOf);
    }
    await this.know(wider);
  }

  /** The licence of a source: its own, or that of the source that contains it. */
  licenceOf(id: string): string | null {
    const source = this.#known.get(id);
    return source ? (source.licence ?? (source.partOf === null ? null : this.licenceOf(source.partOf))) : null;
  }

  /** A known source. */
  find(id: string): SourceFacts | undefined {
    return this.#known.get(id);
  }

  /** All known ones, by id. */
  all(): SourceFacts[] {
    return [...this.#known.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}
