/** All problems of an input at once, each with its place and remedy. */

/** A place: a file and a line, counted from 1. */
export interface Place {
  file: string;
  line: number;
}

export class Problems {
  readonly #found: { place: Place; message: string }[] = [];

  /** Notes a problem; reading continues, to find further ones. */
  add(place: Place, message: string): void {
    this.#found.push({ place, message });
  }

  /** @throws BundleError when anything was noted. */
  settle(): void {
    if (this.#found.length > 0)
      throw new BundleError(this.#found.map(({ place, message }) => `${place.file}:${place.line} ${message}`));
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
