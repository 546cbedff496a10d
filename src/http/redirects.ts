/** Reports the former ids in a request, and their current ids. */
import type { ApolloServerPlugin } from "@apollo/server";
import type { Context } from "../graph/graph.ts";

/** Adds `extensions.redirects`, a list of `{ from, to }`, to each answer to a request with a former id. */
export function redirectPlugin(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ contextValue: { graph }, response: { body } }) {
          if (graph.redirects.size === 0 || body.kind !== "single") return;
          const redirects = [...graph.redirects]
            .map(([from, to]) => ({ from, to }))
            .sort((a, b) => (a.from < b.from ? -1 : 1));
          body.singleResult.extensions = { ...body.singleResult.extensions, redirects };
        },
      };
    },
  };
}
