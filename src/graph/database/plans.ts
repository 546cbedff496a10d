/** Tracks which plans the database has: planning a new query may take longer than running it. */

/** The size of Neo4j's plan cache. */
const most = 1000;

export class Plans {
  readonly #explain: (text: string, parameters: Record<string, unknown>) => Promise<unknown>;
  /** By query and parameter types: the pending plan, or null once made. */
  readonly #known = new Map<string, Promise<void> | null>();

  /** @param explain makes a plan. */
  constructor(explain: (text: string, parameters: Record<string, unknown>) => Promise<unknown>) {
    this.#explain = explain;
  }

  /**
   * Makes the plan of a query, once for all concurrent callers.
   * @returns a promise of the plan, which rejects as `explain` does; null if already made.
   */
  make(text: string, parameters: Record<string, unknown>): Promise<void> | null {
    const key = keyOf(text, parameters);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const making: Promise<void> = this.#explain(text, parameters).then(
      () => this.#settle(key, making, null),
      (error: unknown) => {
        this.#settle(key, making, undefined);
        throw error;
      },
    );
    this.#known.set(key, making);
    if (this.#known.size > most) this.#known.delete(this.#known.keys().next().value!);
    return making;
  }

  /** The database was lost: it comes back without plans. */
  forget(): void {
    this.#known.clear();
  }

  // A plan begun before the loss says nothing about the database that came back.
  #settle(key: string, making: Promise<void>, outcome: null | undefined): void {
    if (this.#known.get(key) !== making) return;
    if (outcome === null) this.#known.set(key, null);
    else this.#known.delete(key);
  }
}

/** Neo4j has a plan for each combination of parameter types. */
function keyOf(text: string, parameters: Record<string, unknown>): string {
  const kinds = Object.entries(parameters).map(([name, value]) => `${name}:${typeOf(value)}`);
  return `${kinds.join()} ${text}`;
}

function typeOf(value: unknown): string {
  return value === null || value === undefined ? "null" : Array.isArray(value) ? "list" : typeof value;
}
