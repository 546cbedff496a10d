import { Kind, parseValue, valueFromASTUntyped } from "graphql";
import { inputError } from "../graph/errors.ts";

/** An object given as text, in JSON or GraphQL syntax. @throws BAD_USER_INPUT when it is neither. */
export function objectOf(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // It may be in GraphQL syntax, without quotes around names and enumeration values.
  }
  try {
    const node = parseValue(text);
    if (node.kind !== Kind.OBJECT) throw new Error("it is not an object");
    return valueFromASTUntyped(node);
  } catch (error) {
    throw inputError(
      `"${name}" is an object, as JSON or as GraphQL writes it, such as {host: {isoAlpha2: {eq: "MX"}}}; ` +
        `got ${JSON.stringify(text.slice(0, 100))}: ${(error as Error).message.replace(/^Syntax Error: /, "")}`,
    );
  }
}
