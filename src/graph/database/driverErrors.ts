/** Errors of Neo4j's driver, as ours. */
import { AnswerError } from "../errors.ts";
import type { Address } from "./driver.ts";

/** What matters here of the driver's errors. */
type Neo4jError = Error & { code: string };

/** Whether the driver threw it. */
export function isOfDriver(error: unknown): error is Neo4jError {
  return error instanceof Error && error.name === "Neo4jError";
}

export const unreachable =
  "The database cannot be reached at the moment. Try again in a few seconds; /readyz says when it is back.";
export const slow =
  "The database did not answer in the time allowed. Ask for less at once: a smaller page, fewer levels.";
/** The codes of a lost connection. */
export const lost = new Set(["ServiceUnavailable", "SessionExpired"]);

/** @returns the error as a client reads it, with the driver's as cause. */
export function translated(error: Neo4jError | AnswerError): AnswerError {
  if (error instanceof AnswerError) return error;
  const { code } = error;
  const answer = code.includes("TransactionTimedOut")
    ? new AnswerError("TIMEOUT", slow)
    : lost.has(code) ||
        code.startsWith("Neo.TransientError.General") ||
        code.includes("DatabaseUnavailable") ||
        code.includes("AuthorizationExpired") ||
        /acquisition timed out/i.test(error.message)
      ? new AnswerError("GRAPH_UNAVAILABLE", unreachable)
      : new AnswerError("INTERNAL", "The database refused a query.");
  answer.cause = error;
  return answer;
}

/** Why a connection can't be made, and what to do. */
export function refusal(address: Address, { code = "", message }: Partial<Neo4jError> & Error): string {
  if (code.includes("Unauthorized") || code.includes("AuthenticationRateLimit")) {
    return `Neo4j at ${address.uri} refused user "${address.user}". Check NEO4J_USER and NEO4J_PASSWORD.`;
  }
  if (code.includes("DatabaseNotFound"))
    return `Neo4j at ${address.uri} has no database "${address.database}". Check NEO4J_DATABASE.`;
  return `No Neo4j answers at ${address.uri}. Is it running, and is NEO4J_URI right? (${message.split("\n")[0]?.slice(0, 200)})`;
}
