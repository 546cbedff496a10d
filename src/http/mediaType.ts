/** The media type of an answer and its status, according to GraphQL over HTTP. */
import type { ApolloServerPlugin, BaseContext } from "@apollo/server";
import Negotiator from "negotiator";

const json = "application/json; charset=utf-8";
const graphql = "application/graphql-response+json; charset=utf-8";

/**
 * With `application/json`, every answer to a valid request has the status 200, even if it could not be executed: such
 * a client can't tell our 400 from a proxy's. `application/graphql-response+json` gets the 400.
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
