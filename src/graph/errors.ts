/** Errors are interface: what was expected, what came, where, and what to do, with a code that stays. */
import { GraphQLError } from "graphql";

export type ErrorCode =
  | "BAD_USER_INPUT"
  | "NOT_FOUND"
  | "CURSOR_INVALID"
  | "LIMIT_EXCEEDED"
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "CONFLICT"
  | "TIMEOUT"
  | "GRAPH_UNAVAILABLE"
  | "INTERNAL";

/** An error that the one who asked can act on: its message is shown as it is. */
export class AnswerError extends GraphQLError {
  constructor(code: ErrorCode, message: string, extensions: Record<string, unknown> = {}) {
    super(message, { extensions: { ...extensions, code } });
    this.name = "AnswerError";
  }

  get code(): ErrorCode {
    return this.extensions.code as ErrorCode;
  }
}

/** The commonest one: an argument is not of its form. */
export function inputError(message: string): AnswerError {
  return new AnswerError("BAD_USER_INPUT", message);
}

/** The end of a message that suggests: `; did you mean "date"?`, or nothing when no word is near. */
export function didYouMean(word: string | undefined): string {
  return word === undefined ? "" : `; did you mean "${word}"?`;
}
