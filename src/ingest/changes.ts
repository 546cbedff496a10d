/** The changes in a plan: nodes and edges before and after. */
import type { SettledEdge } from "./settling/settle.ts";

export type Properties = Record<string, unknown>;

/** A node before and after; null if absent. */
export interface NodeChange {
  id: string;
  label: string;
  before: Properties | null;
  after: Properties | null;
}

/** An edge before and after; null if absent. */
export interface EdgeChange {
  from: string;
  to: string;
  type: string;
  before: Properties | null;
  after: Properties | null;
}

/** Whether nothing would change. */
export function sameProperties(a: Properties, b: Properties): boolean {
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => a[name] === b[name] || JSON.stringify(a[name]) === JSON.stringify(b[name]))
  );
}

/** Properties except one. */
export function without(properties: Properties, name: string): Properties {
  const { [name]: _, ...rest } = properties;
  return rest;
}

/** Collects changes; unchanged nodes and edges are dropped. */
export class Differences {
  readonly nodes: NodeChange[] = [];
  readonly edges: EdgeChange[] = [];

  /** The number of changes. */
  get length(): number {
    return this.nodes.length + this.edges.length;
  }

  /** Compares the claims about an entity. */
  claims(before: [id: string, properties: Properties][], after: Map<string, Properties>): void {
    const known = new Set(before.map(([id]) => id));
    for (const [id, properties] of before) this.node(id, "Claim", without(properties, "id"), after.get(id) ?? null);
    for (const [id, properties] of after) if (!known.has(id)) this.node(id, "Claim", null, properties);
  }

  /** Compares a node. */
  node(id: string, label: string, before: Properties | null, after: Properties | null): void {
    if (before === null || after === null ? before !== after : !sameProperties(before, after))
      this.nodes.push({ id, label, before, after });
  }

  /** Compares the outgoing edges of a node. @param before for each its type, target, and properties. */
  edgesOf(from: string, before: [string, string, Properties][], after: SettledEdge[]): void {
    const old = new Map(before.map(([type, to, properties]) => [`${type} ${to}`, properties]));
    for (const { type, to, predicate, sortKey } of after) {
      const key = `${type} ${to}`;
      const properties: Properties = sortKey === null ? { predicate } : { predicate, sortKey };
      const present = old.get(key);
      old.delete(key);
      if (present === undefined) this.edges.push({ from, to, type, before: null, after: properties });
      else if (!sameProperties(present, properties))
        this.edges.push({ from, to, type, before: present, after: properties });
    }
    for (const [key, properties] of old) {
      const space = key.indexOf(" ");
      this.edges.push({ from, to: key.slice(space + 1), type: key.slice(0, space), before: properties, after: null });
    }
  }
}
