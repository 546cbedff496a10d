import { Entity } from "../entities/Entity.ts";
import { enumeration } from "../graph/declare.ts";
import { entityTypes, implementationsOf } from "../graph/model.ts";
import { capitals } from "../graph/steps.ts";

let kinds: Record<string, string> | undefined;

/** The enumeration of the kinds that stand for themselves. Made when the schema is built, once the entities are known. */
export function entityKind(): Record<string, string> {
  return (kinds ??= enumeration(
    "EntityKind",
    "The kinds of entity.",
    Object.fromEntries(
      implementationsOf(Entity)
        .filter((type) => type.searched)
        .map((type) => [capitals(type.name), type.description]),
    ),
  ));
}

/** The kinds of id that words of the enumeration stand for. */
export function kindsOfId(words: readonly string[]): string[] {
  return entityTypes()
    .filter(({ name }) => words.includes(capitals(name)))
    .map(({ kind }) => kind);
}
