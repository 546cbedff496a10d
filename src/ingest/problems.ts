/** All problems of an input at once, each with its place and remedy. */

/** A place: a file and a line, counted from 1. */
export type Origin = { file: string; line: number };

export class Problems {
  readonly #found: { origin: Origin; message: string }[] = [];

  /** Notes a problem; reading continues, to find further ones. */
  add(origin: Origin, message: string): void {
    this.#found.push({ origin, message });
  }

  /** @throws BundleError when anything was noted. */
  settle(): void {
    if (this.#found.length > 0)
      throw new BundleError(this.#found.map(({ origin, message }) => `${origin.file}:${origin.line} ${message}`));
  }
}

/** A refused input, of which nothing was written. */
export class BundleError extends Error {
  readonly problems: string[];

  constructor(problems: string[]) {
    super(
      `${problems.join("\n")}\n${problems.length} ${problems.length === 1 ? "problem" : "problems"}; nothing was written.`,
    );
    this.name = "BundleError";
    this.problems = problems;
  }
}

/** The message of what an attempt throws; undefined if it succeeds. */
export function problemOf(attempt: () => unknown): string | undefined {
  try {
    attempt();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
