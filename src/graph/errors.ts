/** Errors are part of the interface: expected, received, where, and what to do, with a stable code. */
import { GraphQLError } from "graphql";

/** All error codes with their meanings: the values of `extensions.code`, listed by the query `errorCodes`. */
export const errorCodes = {
  BAD_REQUEST:
    "The request isn't valid GraphQL over HTTP. The message says what is wrong: body, method, media type or headers.",
  BAD_USER_INPUT: "An argument or variable has the wrong form. The message says what was expected and received.",
  CONFLICT: "The graph changed during the request, so the answer would mix two editions. Try again.",
  CURSOR_INVALID: "The cursor belongs to another list, filter or order. Start again without it.",
  GRAPHQL_PARSE_FAILED: "The query isn't valid GraphQL. The message gives the position of the error.",
  GRAPHQL_VALIDATION_FAILED: "The query doesn't match the schema. The message says where, and often suggests a name.",
  GRAPH_UNAVAILABLE: "The database is unreachable. Try again in a few seconds; `/readyz` says when it is back.",
  INTERNAL: "Internal error. The message contains an id that is also in the log.",
  LIMIT_EXCEEDED: "The request exceeds a limit. See `serviceLimits`.",
  NOT_FOUND: "There is no such page, export or edition. In a query, an unknown id isn't an error: the answer is null.",
  OPERATION_RESOLUTION_FAILURE:
    "The request has several operations and doesn't say which to execute, or names one that doesn't exist.",
  PERSISTED_QUERY_NOT_FOUND:
    "No query with this hash was sent before, or it was forgotten. Send the text with the hash.",
  TIMEOUT: "The answer took too long. Ask for less at once.",
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** Whether a code is a public one. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === "string" && Object.hasOwn(errorCodes, code);
}

/** An error that the client can act on: its message is shown unchanged. */
export class AnswerError extends GraphQLError {
  constructor(code: ErrorCode, message: string, extensions: Record<string, unknown> = {}) {
    super(message, { extensions: { ...extensions, code } });
    this.name = "AnswerError";
  }

  get code(): ErrorCode {
    return this.extensions.code as ErrorCode;
  }
}

/** An invalid argument. */
export function inputError(message: string): AnswerError {
  return new AnswerError("BAD_USER_INPUT", message);
}

/** The request exceeds a limit. */
export function limitError(message: string, limit: number): AnswerError {
  return new AnswerError("LIMIT_EXCEEDED", message, { limit });
}

/** The suggestion at the end of a message: `; did you mean "date"?`, or nothing if no word is close. */
export function didYouMean(word: string | undefined): string {
  return word === undefined ? "" : `; did you mean "${word}"?`;
}
