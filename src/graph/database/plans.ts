/** Which plans the database has made: the first time a statement comes, making its plan may take longer than the statement. */

/** As many as Neo4j keeps. */
const most = 1000;

export class Plans {
  readonly #explain: (text: string, parameters: Record<string, unknown>) => Promise<unknown>;
  /** By statement and kinds of parameters: what is being planned, or null once it is. */
  readonly #known = new Map<string, Promise<void> | null>();

  /** @param explain has a plan made. */
  constructor(explain: (text: string, parameters: Record<string, unknown>) => Promise<unknown>) {
    this.#explain = explain;
  }

  /**
   * Has the plan of a statement made, once for all who ask for it meanwhile.
   * @returns what ends with the plan, and rejects as `explain` does; null when it was made before.
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

  /** The database was lost: when it is back, it has none. */
  forget(): void {
    this.#known.clear();
  }

  // What was begun before the database was lost says nothing of the one that came back.
  #settle(key: string, making: Promise<void>, outcome: null | undefined): void {
    if (this.#known.get(key) !== making) return;
    if (outcome === null) this.#known.set(key, null);
    else this.#known.delete(key);
  }
}

/** Neo4j keeps a plan for each combination of kinds of parameters. */
function keyOf(text: string, parameters: Record<string, unknown>): string {
  const kinds = Object.entries(parameters).map(([name, value]) => `${name}:${typeOf(value)}`);
  return `${kinds.join()} ${text}`;
}

function typeOf(value: unknown): string {
  return value === null || value === undefined ? "null" : Array.isArray(value) ? "list" : typeof value;
}
