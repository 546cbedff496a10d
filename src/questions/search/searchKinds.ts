/** What search and suggestions find: which kinds, how much each weighs, and what tells their time. All of it is of the model. */
import { inputError } from "../../graph/errors.ts";
import { searchedTypes } from "../../graph/model/model.ts";
import type { EntityType } from "../../graph/model/declarations.ts";
import { typeOfWord } from "../entityKind.ts";

/**
 * The labels that words of the enumeration stand for; null where none are given.
 * @throws BAD_USER_INPUT on a kind that has no words of its own.
 */
export function labelsOf(question: string, words: string[] | null | undefined): string[] | null {
  if (words == null) return null;
  return words.map((word) => {
    const type = typeOfWord(word);
    if (type.searched > 0) return type.name;
    throw inputError(
      `${question}: what is a ${word} is named after others and has no words of its own. Look for those, or ask the list "${type.plural}".`,
    );
  });
}

/** How much each kind weighs, by label. */
export function weights(): Record<string, number> {
  return Object.fromEntries(searchedTypes().map((type) => [type.name, type.searched]));
}

/** What tells of the time of each kind that has one, beside the days between which it held; by label. */
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
  /** A list of days and spans, which tells more than a life. */
  shown: string;
  /** The day by which it is counted: that of an event, or of what somebody did; a life has none. */
  day: string;
}

const none = "none";

function timeOf({ time: { from, until, shown } }: EntityType): SearchedTime | undefined {
  if (from === undefined) return undefined;
  return { shown: shown ?? none, day: from === "sortKey" ? from : until === undefined ? `${from}First` : none };
}
