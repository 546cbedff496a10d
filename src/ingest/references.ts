/** The ids that a bundle states, and those that it refers to. */
import { didYouMean } from "../graph/errors.ts";
import { nearest, readId } from "../graph/id.ts";
import { implementationsOf } from "../graph/model/model.ts";
import type { EntityType } from "../graph/model/declarations.ts";
import type { Origin } from "./problems.ts";

/** Among more ids than these the nearest takes long to find. */
const mostCompared = 5000;

/** Of one bundle. */
export class References {
  readonly #stated = new Map<string, Origin>();
  readonly #referred = new Map<string, { expected: EntityType; origin: Origin }>();

  /** Takes an id that is stated. @returns where it was stated before, if it was. */
  state(id: string, origin: Origin): Origin | undefined {
    const earlier = this.#stated.get(id);
    this.#stated.set(id, origin);
    return earlier;
  }

  /** Takes an id that is referred to. @throws when it is malformed, or of another kind than expected. */
  refer(id: string, expected: EntityType, origin: Origin): void {
    if (this.#referred.get(id)?.expected === expected) return;
    readId(id);
    if (!fits(id, expected)) {
      const kinds = implementationsOf(expected.class).map((each) => `"${each.kind}:…"`);
      throw new Error(`expected ${kinds.join(" or ")}; came "${id}".`);
    }
    this.#referred.set(id, { expected, origin });
  }

  /** Takes an id that is referred to and known to be of the kind that is expected. */
  referTo(id: string, expected: EntityType, origin: Origin): void {
    if (!this.#referred.has(id)) this.#referred.set(id, { expected, origin });
  }

  /** The ids that are referred to and not stated, each with the message for when the graph doesn't hold it either. */
  missing(): Map<string, string> {
    const missing = new Map<string, string>();
    for (const [id, { expected, origin }] of this.#referred) {
      if (this.#stated.has(id)) continue;
      const where = `${origin.file}:${origin.line} nothing has the id "${id}", here or in the graph`;
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
