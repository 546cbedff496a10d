/** Clusters ids that mean the same thing; two that must differ are never merged, not even through a third. */
import type { Match } from "./officialLikeness.ts";

/** A decision on two ids, as stored. */
export interface Decision {
  a: string;
  b: string;
  outcome: "SAME" | "DIFFERENT" | "UNDECIDED";
  score: number;
  reason: string;
  decidedBy: "RULE" | "EDITOR";
}

export class Clusters {
  readonly #root = new Map<string, string>();
  readonly #members = new Map<string, string[]>();
  /** Why each id was merged. */
  readonly why = new Map<string, Match & { decidedBy: Decision["decidedBy"] }>();

  /** The ids that mean the same as this one, including itself. */
  membersOf(id: string): string[] {
    return this.#members.get(this.rootOf(id)) ?? [id];
  }

  rootOf(id: string): string {
    let root = id;
    for (let next = this.#root.get(root); next !== undefined; next = this.#root.get(root)) root = next;
    return root;
  }

  /**
   * Merges two ids.
   * @param apart whether two ids must differ; called for all pairs in the result.
   * @returns the pair that must differ, or null.
   */
  join(
    match: Match,
    decidedBy: Decision["decidedBy"],
    apart: (a: string, b: string, all: string[]) => boolean,
  ): [string, string] | null {
    const [a, b] = [this.rootOf(match.a), this.rootOf(match.b)];
    if (a === b) return null;
    const [of, and] = [this.membersOf(a), this.membersOf(b)];
    const all = [...of, ...and];
    for (const x of of) for (const y of and) if (apart(x, y, all)) return [x, y];
    this.#root.set(b, a);
    this.#members.delete(b);
    this.#members.set(a, all);
    // Keep the most certain reason for each.
    for (const id of [match.a, match.b]) if (!this.why.has(id)) this.why.set(id, { ...match, decidedBy });
    return null;
  }

  /** All clusters of more than one id. */
  several(): string[][] {
    return [...this.#members.values()].filter((members) => members.length > 1);
  }
}
