import { StartError } from "../graph/database/StartError.ts";
import { tableOf } from "./answerTable.ts";
import { operationIn, variablesOf } from "./operation.ts";

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; path?: (string | number)[]; extensions?: { code?: string } }[];
}

/**
 * Sends an operation to a running server, and prints its answer: as JSON, or its first list as a table.
 * @param file an operation in GraphQL. @param options its variables, as JSON; the server's address.
 * @throws StartError when it can't be read or sent, or isn't answered whole; what was answered is printed all the same.
 */
export async function askCommand(
  file: string,
  { variables: given, table, url }: { variables?: string; table?: boolean; url: string },
): Promise<void> {
  const query = operationIn(file);
  const variables = variablesOf(given);
  const { data, errors } = await answerOf(endpointOf(url), { query, variables });
  if (data) {
    const width = process.stdout.isTTY ? process.stdout.columns : undefined;
    process.stdout.write(`${table ? tableOf(data, width) : JSON.stringify(data, undefined, 2)}\n`);
  }
  if (errors) throw new StartError(errors.map(told).join("\n"));
}

/** The address of the API. */
function endpointOf(given: string): URL {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url?.protocol.startsWith("http"))
    throw new StartError(`--url: expected an address such as http://127.0.0.1:4000; got ${given}`);
  url.pathname = url.pathname.replace(/\/(?:graphql\/?)?$/, "/graphql");
  return url;
}

async function answerOf(url: URL, question: { query: string; variables: Record<string, unknown> }): Promise<Answer> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
      body: JSON.stringify(question),
    });
    text = await response.text();
  } catch (cause) {
    const why = ((cause as Error).cause as { code?: string } | undefined)?.code ?? (cause as Error).message;
    throw new StartError(`No server answers at ${url.origin} (${why}). Start it with npm start, or name one by --url.`);
  }
  try {
    const answer = JSON.parse(text) as Answer;
    if (answer.data ?? answer.errors) return answer;
  } catch {
    // No JSON either: told below.
  }
  throw new StartError(
    `${url.href}: expected an answer in GraphQL; got status ${response.status} and ${response.headers.get("content-type") ?? "no type"}. Does --url name a server of Entente?`,
  );
}

/** `meetings: … (LIMIT_EXCEEDED)` */
function told({ message, path, extensions }: NonNullable<Answer["errors"]>[number]): string {
  return `${path ? `${path.join(".")}: ` : ""}${message}${extensions?.code ? ` (${extensions.code})` : ""}`;
}
