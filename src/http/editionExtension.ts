/** Adds the edition to an answer, on request: `extensions: { edition: true }`, or a header. */
import type { ApolloServerPlugin } from "@apollo/server";
import { AnswerError } from "../graph/errors.ts";
import type { Context } from "../graph/graph.ts";
import { query } from "../graph/queries.ts";

/** The request header for it. */
export const editionHeader = "x-entente-edition";

/** Adds `extensions.edition { digest date }` to the answers that ask for it, for one query. */
export function editionPlugin(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart({ request }) {
      const isAsked = request.extensions?.edition === true || request.http?.headers.get(editionHeader) !== undefined;
      if (!isAsked) return;
      return {
        async willSendResponse({ contextValue: { graph }, response: { body } }) {
          if (body.kind !== "single") return;
          const answer = body.singleResult;
          try {
            const [row] = await graph.read(query("edition/edition"), {});
            answer.extensions = { ...answer.extensions, edition: row ? { digest: row[0], date: row[1] } : null };
          } catch (error) {
            // Keep the answer, and report that the edition couldn't be read.
            if (!(error instanceof AnswerError)) throw error;
            answer.errors = [...(answer.errors ?? []), { message: error.message, extensions: { code: error.code } }];
          }
        },
      };
    },
  };
}
