/** What search and suggestions find: which kinds, how much each weighs, and what tells their time. All of it is of the model. */
import { Entity } from "../entities/Entity.ts";
import { enumeration } from "../graph/declare.ts";
import { entityTypes, implementationsOf, kebabCase, propertyOf, type EntityType } from "../graph/model.ts";

let kinds: Record<string, string> | undefined;

/** The enumeration of what is found. Made when the schema is built, once the entities are known. */
export function entityKinds(): Record<string, string> {
  return (kinds ??= enumeration(
    "EntityKind",
    "The kinds of entity.",
    Object.fromEntries(searchedTypes().map((type) => [wordOf(type.name), type.description])),
  ));
}

/** `MigrationRoute` to `MIGRATION_ROUTE`. */
export function wordOf(name: string): string {
  return kebabCase(name).replaceAll("-", "_").toUpperCase();
}

/** The labels that words of the enumeration stand for; null where none are given. */
export function labelsOf(words: string[] | null | undefined): string[] | null {
  return words?.map((each) => entityTypes().find((type) => wordOf(type.name) === each)!.name) ?? null;
}

/** How much each kind weighs, by label. */
export function weights(): Record<string, number> {
  return Object.fromEntries(searchedTypes().map((type) => [type.name, type.searched]));
}

/** The properties that tell the time of each kind that has one, by label. */
export function times(): Record<string, SearchedTime> {
  return Object.fromEntries(
    searchedTypes().flatMap((type) => {
      const time = timeOf(type);
      return time ? [[type.name, time]] : [];
    }),
  );
}

/** The names of properties: an absent one is `none`, which no node has. */
interface SearchedTime {
  first: string;
  last: string;
  /** A list of days and spans, which tells more than a life. */
  shown: string;
  /** Words of its status under which it never held or took place. */
  never: readonly string[];
  /** The day by which it is counted: that of an event, or of what somebody did; a life has none. */
  day: string;
}

const none = "none";

function timeOf({ time: { from, until, shown, never }, order, class: cls }: EntityType): SearchedTime | undefined {
  if (from === undefined) return undefined;
  const event = from === "sortKey";
  const date = event ? order.find((name) => propertyOf(cls, name)?.kind === "date") : from;
  const first = event ? from : `${from}First`;
  return {
    first,
    last: `${until ?? date}Last`,
    shown: shown ?? none,
    never: never ?? [],
    day: event || until === undefined ? first : none,
  };
}

function searchedTypes(): EntityType[] {
  return implementationsOf(Entity).filter((type) => type.searched > 0);
}
