/** An operation in GraphQL, as the commands that take one read it. */
import { readFileSync } from "node:fs";
import { StartError } from "../graph/database/StartError.ts";

/** The text of an operation's file. @throws StartError when it can't be read. */
export function operationIn(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new StartError(`${file}: ${(error as Error).message}. Expected a file with an operation in GraphQL.`);
  }
}

/** The variables of an operation. @param given as JSON; none without it. @throws StartError unless it is an object. */
export function variablesOf(given: string | undefined): Record<string, unknown> {
  if (given === undefined) return {};
  let variables: unknown;
  try {
    variables = JSON.parse(given);
  } catch {
    variables = undefined;
  }
  if (typeof variables === "object" && variables !== null && !Array.isArray(variables))
    return variables as Record<string, unknown>;
  throw new StartError(`--variables: expected an object in JSON, such as '{"id": "country:mx"}'; got ${given}`);
}
