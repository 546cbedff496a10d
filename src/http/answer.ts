/** Public errors are shown unchanged, all others as INTERNAL with an id that is also in the log. */
import { randomUUID } from "node:crypto";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import { AnswerError, isErrorCode } from "../graph/errors.ts";

/**
 * @returns message, path and code; never a stack, never Cypher.
 */
export function answerOf(formatted: GraphQLFormattedError, error: unknown, log: Logger): GraphQLFormattedError {
  const answer = answerWithin(error);
  if (answer && answer.code !== "INTERNAL") {
    const { http: _, ...extensions } = answer.extensions;
    return { ...formatted, message: answer.message, extensions };
  }
  const code = formatted.extensions?.code as string | undefined;
  if (
    code === "GRAPHQL_PARSE_FAILED" &&
    /^Syntax Error: Document contains more tha[nt] \d+ tokens/.test(formatted.message)
  ) {
    return {
      ...formatted,
      message: "The query has more tokens than a query may have; see serviceLimits. Ask in several requests.",
      extensions: { code: "LIMIT_EXCEEDED" },
    };
  }
  // Apollo gives this one no code.
  if (formatted.message === "provided sha does not match query")
    return {
      ...formatted,
      message: "The hash isn't that of the query: expected the SHA-256 of its text, in hexadecimal.",
      extensions: { code: "BAD_REQUEST" },
    };
  if (!answer && isErrorCode(code) && code !== "INTERNAL") return formatted;
  const id = randomUUID();
  log.error({ id, err: (answer?.cause ?? rootOf(error)) as Error }, "internal error");
  return {
    message: `Something went wrong here. It is in the log under ${id}.`,
    locations: formatted.locations,
    path: formatted.path,
    extensions: { code: "INTERNAL", id },
  };
}

// Validation wraps a scalar's error, execution a resolver's.
function answerWithin(error: unknown): AnswerError | undefined {
  for (let each: unknown = error; each instanceof GraphQLError; each = each.originalError)
    if (each instanceof AnswerError) return each;
  return undefined;
}

function rootOf(error: unknown): unknown {
  return error instanceof GraphQLError ? (error.originalError ?? error) : error;
}
