/** Sends what the editor asks, under a name that is in the text that it sends. */
import { createGraphiQLFetcher, type Fetcher } from "@graphiql/toolkit";
import { Kind, parse } from "graphql";

const send = createGraphiQLFetcher({ url: "/graphql" });

// GraphiQL reads the names a moment after the text changed: asked at once, a tab would go out under the name of the tab before.
export const fetcher: Fetcher = (asked, options) =>
  send({ ...asked, operationName: nameWithin(asked.query, asked.operationName) }, options);

/** The name, if the text has it; else that of its first operation, as GraphiQL itself chooses once it has read the text. */
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
    // What is wrong with the text is said by the server.
    return [];
  }
}
