import { readFileSync } from "node:fs";
import { graphql } from "graphql";
import { StartError } from "../graph/database/StartError.ts";
import { Graph, type SentQuery } from "../graph/graph.ts";
import type { Selection } from "../graph/selection/selection.ts";
import type { RequestContext } from "../http/server.ts";
import { schema } from "../schema.ts";
import { readSettings } from "../settings.ts";
import { openDatabase, type Database } from "./database.ts";
import { logTo } from "./log.ts";

/**
 * Answers an operation, and prints each statement that it took: what it read, what came inside, and why the rest has
 * statements of its own. Then the number if each relation had its own.
 * @param file an operation in GraphQL. @param given its variables, as JSON.
 * @throws StartError when it can't be read, or isn't answered whole.
 */
export async function explainCommand(file: string, { variables: given }: { variables?: string }): Promise<void> {
  const source = textOf(file);
  const variables = variablesOf(given);
  const settings = readSettings();
  const database = await openDatabase(settings, logTo("warn", process.stderr));
  try {
    const { mostShapes, limits } = settings;
    const statements = await statementsOf(database, source, variables, { mostShapes, limits });
    const apart = await statementsOf(database, source, variables, { mostShapes: 0, limits });
    process.stdout.write(`${statements.map(described).join("\n")}\n`);
    process.stdout.write(
      `\n${counted(statements.length)}; with one for each relation it would be ${counted(apart.length)}.\n`,
    );
  } finally {
    await database.close();
  }
}

async function statementsOf(
  { door }: Database,
  source: string,
  variableValues: Record<string, unknown>,
  { mostShapes, limits }: { mostShapes: number; limits: RequestContext["limits"] },
): Promise<SentQuery[]> {
  const sent: SentQuery[] = [];
  const graph = new Graph(door, limits.milliseconds, { mostShapes, observe: (query) => sent.push(query) });
  const contextValue: RequestContext = { graph, limits, requestId: "explain" };
  const { errors } = await graphql({ schema: schema(), source, variableValues, contextValue });
  if (errors) throw new StartError(errors.map(({ message }) => message).join("\n"));
  return sent;
}

function described({ reads, selection, apart, rows }: SentQuery, index: number): string {
  return [
    `${index + 1}. ${reads}: ${rows} ${rows === 1 ? "row" : "rows"}`,
    ...insideOf(selection, "     with "),
    ...[...new Set(apart)].map((why) => `     without ${why}`),
  ].join("\n");
}

function insideOf({ joined, lists }: Selection, indent: string): string[] {
  return [
    ...joined.flatMap(({ relation, selection }) => [
      `${indent}${relation.name}`,
      ...insideOf(selection, `  ${indent}`),
    ]),
    ...lists.flatMap(({ relation, page, selection, isCounted }) => [
      `${indent}${relation.name}: ${[selection && `up to ${page.limit}`, isCounted && "their number"].filter(Boolean).join(", ")}`,
      ...(selection ? insideOf(selection, `  ${indent}`) : []),
    ]),
  ];
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new StartError(`${file}: ${(error as Error).message}. Expected a file with an operation in GraphQL.`);
  }
}

function variablesOf(given: string | undefined): Record<string, unknown> {
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

function counted(number: number): string {
  return `${number} ${number === 1 ? "statement" : "statements"}`;
}
