/** Sends the editor's query, with an operation name that is in its text. */
import { createGraphiQLFetcher, type Fetcher } from "@graphiql/toolkit";
import { Kind, parse } from "graphql";

const send = createGraphiQLFetcher({ url: "/graphql" });

// GraphiQL parses the names a moment after the text changed: sent at once, a query would have the previous tab's name.
export const fetcher: Fetcher = (asked, options) =>
  send({ ...asked, operationName: nameWithin(asked.query, asked.operationName) }, options);

/** The name, if the text has it; otherwise that of its first operation, as GraphiQL chooses once it has parsed the text. */
function nameWithin(text: string, name: string | null | undefined): string | undefined {
  const names = namesOf(text);
  return names.find((each) => each === name) ?? names[0];
}

function namesOf(text: string): (string | undefined)[] {
  try {
    return parse(text).definitions.flatMap((each) =>
      each.kind === Kind.OPERATION_DEFINITION ? [each.name?.value] : [],
    );
  } catch {
    // The server reports mistakes in the text.
    return [];
  }
}
