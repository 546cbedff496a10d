/** Says in the answer which former ids were asked for, and where each of them led. */
import type { ApolloServerPlugin } from "@apollo/server";
import type { Context } from "../graph/graph.ts";

/** Puts `extensions.redirects`, a list of `{ from, to }`, into each answer to a request that gave a former id. */
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
