/** Apollo Server on Fastify: the explorer at `/`, `/graphql`, `/graphiql`, `/export`, `/healthz` and `/readyz`. */
import { randomUUID } from "node:crypto";
import { constants } from "node:zlib";
import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from "@as-integrations/fastify";
import compress from "@fastify/compress";
import cors from "@fastify/cors";
import etag from "@fastify/etag";
import fastify, {
  LogController,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from "fastify";
import type { Logger } from "pino";
import { answerOf } from "./answer.ts";
import { editionPlugin } from "./editionExtension.ts";
import { serveExplorer } from "./explorer.ts";
import { extensionsPlugin } from "./extensions.ts";
import { exportRoutes } from "./exportRoutes.ts";
import type { Door } from "../graph/database/driver.ts";
import { AnswerError, type ErrorCode } from "../graph/errors.ts";
import { Graph, type Context } from "../graph/graph.ts";
import { serveEditor } from "./editor.ts";
import { StartError } from "../graph/database/StartError.ts";
import { limitPlugin, limitRules } from "./limits.ts";
import { mediaTypePlugin } from "./mediaType.ts";
import { NewestState, reuseAnswers } from "./reuse.ts";
import { schema } from "../schema.ts";
import type { Limits, Settings } from "../settings.ts";

/** The context of each request. */
export interface RequestContext extends Context {
  limits: Limits;
  requestId: string;
  /** Called with a function that says whether the answer, as it is then, has no errors and nothing was cut off. */
  answered?: (isWhole: () => boolean) => void;
}

/** How long the graph may take to answer a probe, in milliseconds. */
const probeMilliseconds = 3000;

/** Answers of fewer bytes aren't compressed. */
const smallest = 1400;

/** How long pending requests may take when the server is stopped, in milliseconds. */
const drainMilliseconds = 3000;

export interface Server {
  url: string;
  /**
   * From now on this graph answers. Until then requests get GRAPH_UNAVAILABLE and `/readyz` is 503.
   * @param isReady whether answers are at full speed; `/readyz` is 503 otherwise.
   */
  answerFrom(door: Door, isReady?: () => boolean): void;
  /** Finishes pending requests, then stops listening. */
  close(): Promise<void>;
}

/**
 * Listens before the graph is available, so that a taken port is reported at once.
 * @throws StartError when it can't listen on the address.
 */
export async function startServer(
  settings: Pick<Settings, "host" | "port" | "corsOrigins" | "mostShapes" | "reuse" | "limits">,
  log: Logger,
): Promise<Server> {
  let door: Pick<Door, "run" | "state"> = {
    state: () => null,
    run: () =>
      Promise.reject(
        new AnswerError(
          "GRAPH_UNAVAILABLE",
          "The graph is starting. Try again in a few seconds; /readyz says when it is ready.",
        ),
      ),
  };
  let isReady = (): boolean => true;
  const { limits } = settings;
  const app = fastify({
    loggerInstance: log,
    // Each answer has its own log line, with operation and cost.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: limits.bodyBytes,
    genReqId: () => randomUUID(),
    forceCloseConnections: "idle",
    frameworkErrors: (error, _request, reply) => {
      (reply as FastifyReply).code(error.statusCode ?? 400).send(answerWith(error.message, "BAD_REQUEST"));
    },
  }) as unknown as FastifyInstance;

  const apollo = new ApolloServer<RequestContext>({
    schema: schema(),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    // Kept in memory, the least used forgotten first.
    persistedQueries: { ttl: null },
    parseOptions: { maxTokens: limits.tokens },
    validationRules: limitRules(limits),
    formatError: (formatted, error) => answerOf(formatted, error, log),
    logger: log,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      fastifyApolloDrainPlugin(app as never),
      limitPlugin(schema(), limits) as ApolloServerPlugin<RequestContext>,
      mediaTypePlugin(),
      extensionsPlugin(),
      editionPlugin() as ApolloServerPlugin<RequestContext>,
      logPlugin(log),
    ],
  });
  await apollo.start();

  // Levels that pay: more of either costs more time than the bytes that it saves.
  await app.register(compress, {
    encodings: ["br", "gzip"],
    threshold: smallest,
    zlibOptions: { level: constants.Z_BEST_SPEED },
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } },
  });
  await app.register(etag, { weak: true });
  const answered = new WeakMap<FastifyRequest, () => boolean>();
  const state = new NewestState(async () => {
    const found = await door.state(probeMilliseconds);
    // What has no state is never the same.
    return found ?? randomUUID();
  });
  reuseAnswers(app, settings.reuse, state, (request) => answered.get(request)?.() ?? false, log);
  if (settings.corsOrigins.length > 0) {
    await app.register(cors, {
      origin: settings.corsOrigins.includes("*") ? "*" : settings.corsOrigins,
      methods: ["GET", "POST", "OPTIONS"],
    });
  }
  app.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .send(
        answerWith(
          `Nothing is at ${request.method} ${request.url.slice(0, 100)}. GraphQL is at /graphql.`,
          "NOT_FOUND",
        ),
      ),
  );
  app.setErrorHandler<FastifyError>((error, _request, reply) => {
    const tooLarge = error.code === "FST_ERR_CTP_BODY_TOO_LARGE";
    const status = error.statusCode ?? 500;
    if (status >= 500) log.error({ err: error }, "a request failed");
    const message = tooLarge
      ? `The request has more than ${limits.bodyBytes} bytes. Ask in several requests.`
      : status < 500
        ? error.message
        : "Something went wrong here.";
    const code = tooLarge ? "LIMIT_EXCEEDED" : status < 500 ? "BAD_REQUEST" : "INTERNAL";
    return reply.code(status).send(answerWith(message, code));
  });
  const { freshness } = settings.reuse;
  const contextOf = (request: FastifyRequest, reply: FastifyReply): RequestContext => {
    const graph = new Graph(door, limits.milliseconds, settings);
    abandonedWith(reply, graph);
    // The graph may change at any time: ask again, and get 304 if the answer is the same.
    const caching = typeof freshness === "number" ? `max-age=${freshness}` : "no-cache";
    void reply.headers({ "x-request-id": request.id, "cache-control": caching });
    return { graph, limits, requestId: request.id, answered: (isWhole) => void answered.set(request, isWhole) };
  };
  const handler = fastifyApolloHandler(apollo, { context: async (request, reply) => contextOf(request, reply) });
  // A form can send plain text without a preflight.
  app.removeContentTypeParser("text/plain");
  app.route({ method: ["GET", "POST"], url: "/graphql", exposeHeadRoute: false, handler: handler as never });
  app.route({
    method: ["HEAD", "PUT", "PATCH", "DELETE"],
    url: "/graphql",
    handler: (request, reply) =>
      reply
        .code(405)
        .header("allow", "GET, POST")
        .send(answerWith(`Use GET or POST for GraphQL; got ${request.method}.`, "BAD_REQUEST")),
  });
  await serveEditor(app);
  app.get("/healthz", () => ({ status: "ok" }));
  app.get("/readyz", async (_request, reply) => {
    try {
      await door.run("RETURN 1", {}, probeMilliseconds);
      if (isReady()) return { status: "ready" };
      return reply.code(503).send({ status: "not ready", reason: "The graph is there, and plans what users ask." });
    } catch (error) {
      return reply.code(503).send({ status: "not ready", reason: (error as Error).message });
    }
  });
  exportRoutes(app, { door: { run: (...given) => door.run(...given) }, schema: schema(), limits, log });
  await serveExplorer(app, (request, reply) => async (query, variables) => {
    const { body } = await apollo.executeOperation({ query, variables }, { contextValue: contextOf(request, reply) });
    if (body.kind === "single") return body.singleResult;
    throw new Error("An answer came in several parts, which no page asks for.");
  });

  const url = await listen(app, settings);
  return {
    url,
    answerFrom(found, whetherReady = () => true) {
      door = found;
      isReady = whetherReady;
    },
    close: async () => {
      // A client that never finishes its request doesn't delay the end.
      const impatience = setTimeout(() => app.server.closeAllConnections(), drainMilliseconds);
      await apollo.stop();
      await app.close();
      clearTimeout(impatience);
    },
  };
}

// Errors before GraphQL also have GraphQL's form.
function answerWith(message: string, code: ErrorCode) {
  return { errors: [{ message, extensions: { code } }] };
}

async function listen(app: FastifyInstance, { host, port }: Pick<Settings, "host" | "port">): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    await app.close();
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE")
      throw new StartError(
        `Port ${port} of ${host} is taken: is Entente running already? Stop it, or set ENTENTE_PORT to another port.`,
      );
    if (code === "EACCES")
      throw new StartError(
        `This user may not listen on port ${port} of ${host}. Set ENTENTE_PORT to a port above 1023.`,
      );
    throw new StartError(`Entente can't listen on ${host}:${port}: ${message}. Check ENTENTE_HOST and ENTENTE_PORT.`);
  }
}

/** The graphs that answer for a reply: a page asks several questions. */
const graphsOf = new WeakMap<FastifyReply, Graph[]>();

/** Abandons the graph when the client of a reply has left, or at once if it has. */
function abandonedWith(reply: FastifyReply, graph: Graph): void {
  const { raw } = reply;
  if (raw.destroyed && !raw.writableEnded) graph.abandon();
  const others = graphsOf.get(reply);
  if (others) others.push(graph);
  else {
    const graphs = [graph];
    graphsOf.set(reply, graphs);
    raw.once("close", () => {
      if (!raw.writableEnded) for (const each of graphs) each.abandon();
    });
  }
}

function logPlugin(log: Logger): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      const start = performance.now();
      return {
        async willSendResponse({ contextValue: { graph, requestId, answered }, operationName, errors, response }) {
          const { body } = response;
          answered?.(() => body.kind === "single" && !body.singleResult.errors && graph.incomplete.size === 0);
          log.info(
            {
              requestId,
              operation: operationName ?? null,
              milliseconds: Math.round(performance.now() - start),
              queries: graph.queries,
              rows: graph.rows,
              ...(errors && { errors: errors.map((each) => each.extensions.code ?? "INTERNAL") }),
            },
            "answered",
          );
        },
      };
    },
  };
}
