/** The problems of one long file, of which only the first are reported. */
import { Problems, type Origin } from "../problems.ts";

const most = 50;

/** Thrown in a reader to stop reading a file. The problem is noted already. */
class GivenUp extends Error {}

/** Passes problems on, until there are too many to be useful. */
export class FileProblems extends Problems {
  readonly #all: Problems;
  #found = 0;

  /** @param all receives the problems. */
  constructor(all: Problems) {
    super();
    this.#all = all;
  }

  /** @throws GivenUp after the fiftieth problem. */
  override add(origin: Origin, message: string): void {
    this.#all.add(origin, message);
    this.#found += 1;
    if (this.#found < most) return;
    this.#all.add(origin, `and perhaps more: after ${most} problems the rest of the file was not read.`);
    throw new GivenUp();
  }

  /** Notes a problem after which the file can't be read further. @throws GivenUp, always. */
  giveUp(origin: Origin, message: string): never {
    this.#all.add(origin, message);
    throw new GivenUp();
  }

  /** Reads, and returns silently if it gave up. */
  async whileReadable(read: () => Promise<void>): Promise<void> {
    try {
      await read();
    } catch (error) {
      if (!(error instanceof GivenUp)) throw error;
    }
  }
}
