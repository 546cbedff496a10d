/** The kinds of entity as words of an argument. Made when the schema is built, once the entities are known. */
import { Entity } from "../entities/Entity.ts";
import { enumeration } from "../graph/declare.ts";
import { implementationsOf, kebabCase } from "../graph/model.ts";

let made: Record<string, string> | undefined;

/** The enumeration: each word stands for what its ids begin with. */
export function kindsOfEntity(): Record<string, string> {
  return (made ??= enumeration(
    "KindOfEntity",
    "The kinds of entity, all that claims are made about.",
    Object.fromEntries(implementationsOf(Entity).map(({ name, description }) => [wordOf(name), description])),
  ));
}

/** What ids of a kind begin with: MIGRATION_ROUTE, `migration-route`. */
export function kindOfWord(word: string): string {
  return word.toLowerCase().replaceAll("_", "-");
}

function wordOf(name: string): string {
  return kebabCase(name).replaceAll("-", "_").toUpperCase();
}
