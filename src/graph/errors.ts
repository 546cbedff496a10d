/** Errors are interface: what was expected, what came, where, and what to do, with a code that stays. */
import { GraphQLError } from "graphql";

/** Each code with what it means: all that `extensions.code` can be. The question `errorCodes` tells them. */
export const errorCodes = {
  BAD_REQUEST:
    "The request isn't GraphQL over HTTP: its body, its method, its media type or its headers. The message says which.",
  BAD_USER_INPUT: "An argument or a variable isn't of its form. The message says what was expected and what came.",
  CONFLICT: "The graph changed meanwhile, so that the answer would be of two editions. Ask again.",
  CURSOR_INVALID: "A cursor isn't of this list, filter and order. Begin again without it.",
  GRAPHQL_PARSE_FAILED: "The query isn't GraphQL. The message says where it can't be read.",
  GRAPHQL_VALIDATION_FAILED: "The query asks what the schema hasn't. The message says where, and often what is near.",
  GRAPH_UNAVAILABLE: "The database can't be reached just now. Ask again in a few seconds; `/readyz` tells when it can.",
  INTERNAL: "Something went wrong here. The message has an id that the log has too.",
  LIMIT_EXCEEDED: "The request asks more than one request may. `serviceLimits` tells how much that is.",
  NOT_FOUND: "Nothing is at that address. An id that nothing has is no error: its answer is null.",
  OPERATION_RESOLUTION_FAILURE: "The request has several operations and doesn't name one, or names one it hasn't.",
  PERSISTED_QUERY_NOT_SUPPORTED: "Queries can't be sent by their digest. Send the query.",
  TIMEOUT: "The answer took longer than a request may. Ask for less at once.",
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** Whether a code is one of those that are told. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === "string" && Object.hasOwn(errorCodes, code);
}

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

/** The request asks for more than so many. */
export function limitError(message: string, limit: number): AnswerError {
  return new AnswerError("LIMIT_EXCEEDED", message, { limit });
}

/** The end of a message that suggests: `; did you mean "date"?`, or nothing when no word is near. */
export function didYouMean(word: string | undefined): string {
  return word === undefined ? "" : `; did you mean "${word}"?`;
}
