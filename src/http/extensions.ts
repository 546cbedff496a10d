/** What an answer says besides its data: former ids with their current ones, and what time cut off. */
import type { ApolloServerPlugin } from "@apollo/server";
import type { Context } from "../graph/graph.ts";

/**
 * Adds `extensions.redirects`, a list of `{ from, to }`, if the request has a former id, and `extensions.incomplete`, the
 * questions of which time cut something off, if there are any.
 */
export function extensionsPlugin(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ contextValue: { graph }, response: { body } }) {
          const { redirects, incomplete } = graph;
          if (redirects.size + incomplete.size === 0 || body.kind !== "single") return;
          const moved = [...redirects].map(([from, to]) => ({ from, to })).sort((a, b) => (a.from < b.from ? -1 : 1));
          body.singleResult.extensions = {
            ...body.singleResult.extensions,
            ...(moved.length > 0 && { redirects: moved }),
            ...(incomplete.size > 0 && { incomplete: [...incomplete] }),
          };
        },
      };
    },
  };
}
