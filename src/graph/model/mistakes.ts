/** Mistakes found by several parts of the check: an unknown name, and a name used twice. */
import { didYouMean } from "../errors.ts";
import { nearest } from "../id.ts";
import { isOwned, relationsOf } from "./model.ts";
import type { ModelClass, Relation } from "./declarations.ts";

/** The to-one relations that facts state on this side. */
export function toOneOf(cls: ModelClass): Relation[] {
  return relationsOf(cls).filter((relation) => isOwned(relation) && !relation.many);
}

/** The names of some types, properties or relations. */
export function namesOf(all: readonly { name: string }[]): string[] {
  return all.map(({ name }) => name);
}

/** A name that isn't in a list, with a suggestion. @param of the owner of the list. */
export function* unknown(where: string, word: string, of: string, words: readonly string[]): Generator<string> {
  if (words.includes(word)) return;
  const all = words.length === 0 ? "none" : words.join(", ");
  yield `${where} "${word}", unknown to ${of}${didYouMean(nearest(word, words)) || `; it has ${all}.`}`;
}

/** A name, and its owner. */
export interface Taken {
  by: string;
  word: string;
}

/** Names with their owner; undefined ones are dropped. */
export function by(who: string, ...words: (string | undefined)[]): Taken[] {
  return words.flatMap((word) => (word === undefined ? [] : [{ by: who, word }]));
}

/** Names that two owners use; both are reported. */
export function* twice(what: string, all: readonly Taken[]): Generator<string> {
  const first = new Map<string, string>();
  for (const { by: who, word } of all) {
    const other = first.get(word);
    if (other === undefined) first.set(word, who);
    else yield `${who}: ${what} "${word}" is ${other}'s already. Give it another.`;
  }
}
