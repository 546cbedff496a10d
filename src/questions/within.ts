import { inputError, limitError } from "../graph/errors.ts";

/**
 * Checks a number in an argument.
 * @throws BAD_USER_INPUT when it is below the minimum, LIMIT_EXCEEDED when it is above the maximum.
 */
export function within(argument: string, value: number, least: number, most: number): number {
  if (value < least) throw inputError(`${argument} must be from ${least} to ${most}; got ${value}.`);
  if (value > most) throw limitError(`${argument} is at most ${most}; got ${value}.`, most);
  return value;
}

/**
 * Checks the length of a list in an argument.
 * @throws LIMIT_EXCEEDED when it is above the maximum.
 */
export function listed<T>(argument: string, list: readonly T[] | null | undefined, most: number): readonly T[] {
  within(`${argument}: the number of its items`, list?.length ?? 0, 0, most);
  return list ?? [];
}

/** Reads `first` of a short list. @throws BAD_USER_INPUT, LIMIT_EXCEEDED. */
export function readFirst(where: string, first: number, maximum: number): number {
  if (first < 0) throw inputError(`${where}: "first" is the number to return, from 0 to ${maximum}; got ${first}.`);
  if (first > maximum) throw limitError(`${where}: "first" is at most ${maximum}; got ${first}.`, maximum);
  return first;
}
