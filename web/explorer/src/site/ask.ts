/** The one way to ask: GraphQL, at /graphql in a browser, or by whatever a server hands to its renderer. */

/** A former id in a question, and the current one. */
export interface Redirect {
  from: string;
  to: string;
}

export interface Answer<Data> {
  data: Data;
  redirects: Redirect[];
}

export type Ask = <Data>(document: string, variables?: Record<string, unknown>) => Promise<Answer<Data>>;

/** Why there is no answer. `code` is that of the API, or OFFLINE if the server wasn't reached. */
export class AskError extends Error {
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
  }
}

/** An answer as GraphQL over HTTP sends it. */
export interface Response {
  data?: unknown;
  errors?: readonly { message: string; extensions?: { code?: unknown } }[];
  extensions?: { redirects?: Redirect[] };
}

/** @throws AskError with the first error, if there is one: a page shows a whole answer or none. */
export function answerIn<Data>({ data, errors, extensions }: Response): Answer<Data> {
  const [error] = errors ?? [];
  if (error) throw new AskError(error.message, (error.extensions?.code as string | undefined) ?? "INTERNAL");
  return { data: data as Data, redirects: extensions?.redirects ?? [] };
}

/** Asks the server that the page came from. */
export const askServer: Ask = async <Data>(query: string, variables: Record<string, unknown> = {}) => {
  let response: globalThis.Response;
  try {
    response = await fetch("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query, variables }),
    });
  } catch {
    throw new AskError("The server can't be reached.", "OFFLINE");
  }
  try {
    return answerIn<Data>((await response.json()) as Response);
  } catch (error) {
    if (error instanceof AskError) throw error;
    throw new AskError(`The server answered with status ${response.status} and no GraphQL.`, "INTERNAL");
  }
};

/** A question and what was answered, as a rendered page brings them along. */
export interface Asked {
  document: string;
  variables: Record<string, unknown>;
  answer: Answer<unknown>;
}

/** Asks as `ask` does, and keeps each answer in `asked`. The schema is left out: it is large, and asked once for a visit. */
export function keeping(asked: Asked[], ask: Ask): Ask {
  return async <Data>(document: string, variables: Record<string, unknown> = {}) => {
    const answer = await ask<Data>(document, variables);
    if (!document.includes("__type(")) asked.push({ document, variables, answer });
    return answer;
  };
}

/** Answers from `asked` what is there, and asks `ask` for the rest. */
export function remembering(asked: readonly Asked[], ask: Ask): Ask {
  const key = (document: string, variables: object): string => JSON.stringify([document, variables]);
  const answers = new Map(asked.map(({ document, variables, answer }) => [key(document, variables), answer]));
  return async <Data>(document: string, variables: Record<string, unknown> = {}) =>
    (answers.get(key(document, variables)) as Answer<Data> | undefined) ?? ask<Data>(document, variables);
}
