/** The kinds of entity as an enumeration. */
import { Entity } from "../entities/Entity.ts";
import "../entities/entities.ts";
import { enumeration } from "../graph/model/declare.ts";
import { entityTypes, implementationsOf } from "../graph/model/model.ts";
import { wordOf } from "../graph/model/casing.ts";
import type { EntityType } from "../graph/model/declarations.ts";

export const EntityKind: Record<string, string> = enumeration(
  "EntityKind",
  "The kinds of entity that claims are about.",
  Object.fromEntries(implementationsOf(Entity).map(({ name, description }) => [wordOf(name), description])),
);

/** The type of an enumeration value. */
export function typeOfWord(word: string): EntityType {
  return entityTypes().find(({ name }) => wordOf(name) === word)!;
}

/** The id prefixes of some enumeration values: `migration-route`. */
export function kindsOfId(words: readonly string[]): string[] {
  return words.map((word) => typeOfWord(word).kind);
}
