/** The ids that a bundle states and refers to. */
import { didYouMean } from "../graph/errors.ts";
import { nearest, readId } from "../graph/id.ts";
import { implementationsOf } from "../graph/model/model.ts";
import type { EntityType } from "../graph/model/declarations.ts";
import type { Origin } from "./problems.ts";

/** Above this number of ids, finding the closest takes too long. */
const mostCompared = 5000;

/** The references of one bundle. */
export class References {
  readonly #stated = new Map<string, Origin>();
  readonly #referred = new Map<string, { expected: EntityType; origin: Origin }>();

  /** Adds a stated id. @returns where it was stated before, if anywhere. */
  state(id: string, origin: Origin): Origin | undefined {
    const earlier = this.#stated.get(id);
    this.#stated.set(id, origin);
    return earlier;
  }

  /** Adds a referenced id. @throws when it is malformed, or of an unexpected kind. */
  refer(id: string, expected: EntityType, origin: Origin): void {
    if (this.#referred.get(id)?.expected === expected) return;
    readId(id);
    if (!fits(id, expected)) {
      const kinds = implementationsOf(expected.class).map((each) => `"${each.kind}:…"`);
      throw new Error(`expected ${kinds.join(" or ")}; got "${id}".`);
    }
    this.#referred.set(id, { expected, origin });
  }

  /** Adds a referenced id of a known kind. */
  referTo(id: string, expected: EntityType, origin: Origin): void {
    if (!this.#referred.has(id)) this.#referred.set(id, { expected, origin });
  }

  /** The ids referenced but not stated, each with the error message if the graph doesn't have it. */
  missing(): Map<string, string> {
    const missing = new Map<string, string>();
    for (const [id, { expected, origin }] of this.#referred) {
      if (this.#stated.has(id)) continue;
      const where = `${origin.file}:${origin.line} unknown id "${id}": neither in this bundle nor in the graph`;
      const near =
        this.#stated.size > mostCompared
          ? undefined
          : nearest(
              id,
              [...this.#stated.keys()].filter((each) => fits(each, expected)),
            );
      missing.set(id, `${where}${didYouMean(near) || ". State it, or load what states it first."}`);
    }
    return missing;
  }
}

function fits(id: string, expected: EntityType): boolean {
  return implementationsOf(expected.class).some((each) => id.startsWith(`${each.kind}:`));
}
