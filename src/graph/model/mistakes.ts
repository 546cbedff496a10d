/** The mistakes that more than one part of the check finds: a word that isn't there, and one that two have. */
import { didYouMean } from "../errors.ts";
import { nearest } from "../id.ts";
import { isOwned, relationsOf } from "./model.ts";
import type { ModelClass, Relation } from "./declarations.ts";

/** The relations to one that facts state on this side. */
export function toOneOf(cls: ModelClass): Relation[] {
  return relationsOf(cls).filter((relation) => isOwned(relation) && !relation.many);
}

/** The names of some types, properties or relations. */
export function namesOf(all: readonly { name: string }[]): string[] {
  return all.map(({ name }) => name);
}

/** A word that isn't one of some, with the one that was likely meant. @param of what has those words. */
export function* unknown(where: string, word: string, of: string, words: readonly string[]): Generator<string> {
  if (words.includes(word)) return;
  const all = words.length === 0 ? "none" : words.join(", ");
  yield `${where} "${word}", which ${of} hasn't${didYouMean(nearest(word, words)) || `; it has ${all}.`}`;
}

/** A word, and who has it. */
export interface Taken {
  by: string;
  word: string;
}

/** Words with who has them; what is undefined is nobody's. */
export function by(who: string, ...words: (string | undefined)[]): Taken[] {
  return words.flatMap((word) => (word === undefined ? [] : [{ by: who, word }]));
}

/** What two have that only one may have: both are named. */
export function* twice(what: string, all: readonly Taken[]): Generator<string> {
  const first = new Map<string, string>();
  for (const { by: who, word } of all) {
    const other = first.get(word);
    if (other === undefined) first.set(word, who);
    else yield `${who}: ${what} "${word}" is ${other}'s already. Give it another.`;
  }
}
