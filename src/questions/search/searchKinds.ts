/** The kinds found by search and suggestions, their weights and their times, all from the model. */
import { inputError } from "../../graph/errors.ts";
import { searchedTypes } from "../../graph/model/model.ts";
import type { EntityType } from "../../graph/model/declarations.ts";
import { typeOfWord } from "../entityKind.ts";

/**
 * The labels of some enumeration values; null if none are given.
 * @throws BAD_USER_INPUT on a kind that isn't searched.
 */
export function labelsOf(question: string, words: string[] | null | undefined): string[] | null {
  if (words == null) return null;
  return words.map((word) => {
    const type = typeOfWord(word);
    if (type.searched > 0) return type.name;
    throw inputError(
      `${question}: entities of the kind ${word} are named after others and aren't searched. Search for those others, or use the list "${type.plural}".`,
    );
  });
}

/** The weight of each kind, by label. */
export function weights(): Record<string, number> {
  return Object.fromEntries(searchedTypes().map((type) => [type.name, type.searched]));
}

/** The date properties of each kind with a time, besides its derived first and last day; by label. */
export function times(): Record<string, SearchedTime> {
  return Object.fromEntries(
    searchedTypes().flatMap((type) => {
      const time = timeOf(type);
      return time ? [[type.name, time]] : [];
    }),
  );
}

/** The names of properties: a missing one is `none`, which no node has. */
interface SearchedTime {
  /** A list of days and intervals, more informative than a life. */
  shown: string;
  /** The day by which it is counted: of an event, or of somebody's activity; a life has none. */
  day: string;
}

const none = "none";

function timeOf({ time: { from, until, shown } }: EntityType): SearchedTime | undefined {
  if (from === undefined) return undefined;
  return { shown: shown ?? none, day: from === "sortKey" ? from : until === undefined ? `${from}First` : none };
}
