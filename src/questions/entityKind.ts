/** The kinds of entity as an enumeration, and counts by them. */
import { Field, Int, ObjectType } from "type-graphql";
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

@ObjectType({ simpleResolvers: true, description: "The number of entities of one kind." })
export class KindCount {
  @Field(() => EntityKind, { description: "The kind." })
  kind!: string;
  @Field(() => Int, { description: "The number." })
  count!: number;
}

/** The type of an enumeration value. */
export function typeOfWord(word: string): EntityType {
  return entityTypes().find(({ name }) => wordOf(name) === word)!;
}

/** The id prefixes of some enumeration values: `migration-route`. */
export function kindsOfId(words: readonly string[]): string[] {
  return words.map((word) => typeOfWord(word).kind);
}
