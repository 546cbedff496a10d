import { AnswerError, inputError } from "../../graph/errors.ts";

/**
 * Checks a number that an argument gives.
 * @throws BAD_USER_INPUT when it is less than the least, LIMIT_EXCEEDED when it is more than the most.
 */
export function within(argument: string, value: number, least: number, most: number): number {
  if (value < least) throw inputError(`${argument} is from ${least} to ${most}; came ${value}.`);
  if (value > most)
    throw new AnswerError("LIMIT_EXCEEDED", `${argument} is at most ${most}; came ${value}.`, { limit: most });
  return value;
}

/**
 * Checks how many things an argument lists.
 * @throws LIMIT_EXCEEDED when it is more than the most.
 */
export function listed<T>(argument: string, list: readonly T[] | null | undefined, most: number): readonly T[] {
  within(`${argument}: the number of its items`, list?.length ?? 0, 0, most);
  return list ?? [];
}
