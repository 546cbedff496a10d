/** Global ids, `kind:slug`: stable, never reused, and safe to cite. */
import { GraphQLScalarType, Kind } from "graphql";
import { closest, distance } from "fastest-levenshtein";
import { entityTypes, typeOfKind } from "./model/model.ts";
import type { EntityType } from "./model/declarations.ts";
import { didYouMean, inputError } from "./errors.ts";

// Long enough for any name, short enough for an index.
const longest = 200;
const form = /^([a-z]+(?:-[a-z]+)*):([a-z0-9]+(?:[-.][a-z0-9]+)*)$/;

/**
 * Parses an id.
 * @returns the type of its kind, and its slug.
 * @throws BAD_USER_INPUT when the text isn't an id or its kind is unknown.
 */
export function readId(text: string): { type: EntityType; slug: string } {
  const match = text.length <= longest ? form.exec(text) : null;
  if (!match)
    throw inputError(
      `"${text.slice(0, longest)}" is not an id. An id is "kind:slug" in lower case, such as "country:mx" or "official:blinken-antony-j".`,
    );
  const [, kind, slug] = match as unknown as [string, string, string];
  const type = typeOfKind(kind);
  if (!type) {
    const kinds = entityTypes().map((each) => each.kind);
    throw inputError(
      `"${text}" is not an id: no kind is called "${kind}"${didYouMean(nearest(kind, kinds)) || `. The kinds are ${kinds.join(", ")}.`}`,
    );
  }
  return { type, slug };
}

/** The likely meaning of a mistyped word, or undefined when none in the list is close. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined;
  const found = closest(
    word.toLowerCase(),
    words.map((each) => each.toLowerCase()),
  );
  const original = words.find((each) => each.toLowerCase() === found);
  // Any two words of one letter are one letter apart.
  const near = Math.min(word.length - 1, Math.max(2, Math.floor(word.length / 3)));
  return distance(word.toLowerCase(), found) <= near ? original : undefined;
}

/** GraphQL's ID, validated as an Entente id before any query. */
export const GlobalID = new GraphQLScalarType({
  name: "ID",
  description: "A global id, `kind:slug`, such as `country:mx`.",
  serialize: String,
  parseValue: (value) => checked(value),
  parseLiteral: (node) => checked(node.kind === Kind.STRING ? node.value : undefined),
});

function checked(value: unknown): string {
  if (typeof value !== "string")
    throw inputError(`An id is a string, "kind:slug", such as "country:mx"; got ${typeof value}.`);
  readId(value);
  return value;
}
