/** The media type of an answer, and the status that it asks for, as GraphQL over HTTP has them. */
import type { ApolloServerPlugin, BaseContext } from "@apollo/server";
import Negotiator from "negotiator";

const json = "application/json; charset=utf-8";
const graphql = "application/graphql-response+json; charset=utf-8";

/**
 * Of `application/json` every answer to a request that is one has the status 200, also where it could not be executed:
 * a client of that type can't tell our 400 from that of some proxy. `application/graphql-response+json` has the 400.
 */
export function mediaTypePlugin(): ApolloServerPlugin<BaseContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ request, response, source }) {
          const accept = request.http?.headers.get("accept") ?? "*/*";
          const type = new Negotiator({ headers: { accept } }).mediaType([json, graphql]);
          if (type === undefined) return; // Apollo refuses it
          response.http.headers.set("content-type", type);
          const asked = source !== undefined;
          if (type === json && asked && response.http.status === 400) response.http.status = 200;
        },
      };
    },
  };
}
