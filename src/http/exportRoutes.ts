/** `/export/{what}.{format}`, streamed, and `/context.jsonld`, its JSON-LD context. */
import { pipeline, Readable } from "node:stream";
import { createGzip } from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import Negotiator from "negotiator";
import type { Logger } from "pino";
import { answerOf } from "./answer.ts";
import { AnswerError, inputError, type ErrorCode, limitError } from "../graph/errors.ts";
import type { Limits } from "../settings.ts";
import { context } from "../export/context.ts";
import { beginExport, splitName, type Means } from "../export/export.ts";

interface Service {
  door: Means["door"];
  schema: Means["schema"];
  limits: Limits;
  log: Logger;
}

const statuses: Partial<Record<ErrorCode, number>> = {
  BAD_USER_INPUT: 400,
  LIMIT_EXCEEDED: 400,
  NOT_FOUND: 404,
  CONFLICT: 409,
  GRAPH_UNAVAILABLE: 503,
  TIMEOUT: 504,
};

/** Adds both to a server. */
export function exportRoutes(app: FastifyInstance, service: Service): void {
  let running = 0;
  app.get("/context.jsonld", (_request, reply) =>
    reply.type("application/ld+json; charset=utf-8").send(JSON.stringify({ "@context": context() })),
  );
  app.route({
    method: ["GET", "HEAD"],
    url: "/export/*",
    exposeHeadRoute: false,
    // It packs its own stream.
    compress: false,
    async handler(request, reply) {
      if (request.method === "HEAD")
        try {
          return reply.headers((await begin(request, service)).headers).send();
        } catch (error) {
          return refuse(reply.code(statusOf(error)), error, service.log);
        }
      const { exports: most } = service.limits;
      if (running >= most) {
        const busy = limitError(
          `${most} exports are running, which is the maximum. Try again when one has ended.`,
          most,
        );
        return refuse(reply.code(503).header("retry-after", "10"), busy, service.log);
      }
      running += 1;
      const controller = new AbortController();
      reply.raw.once("close", () => {
        running -= 1;
        controller.abort(new AnswerError("TIMEOUT", "The client of this export disconnected."));
      });
      try {
        return await send(request, reply, controller.signal, service);
      } catch (error) {
        return refuse(reply.code(statusOf(error)), error, service.log);
      }
    },
  });
}

/** Begins an export, none of which is read yet. */
async function begin(request: FastifyRequest, service: Service, signal?: AbortSignal) {
  const { door, schema, limits } = service;
  const { what, format } = splitName((request.params as { "*": string })["*"]);
  const asked = { what, parameters: parametersOf(request.query as Record<string, string | string[]>) };
  const begun = await beginExport(asked, format, { door, schema, milliseconds: limits.milliseconds, signal });
  const isCompressed = new Negotiator(request).encoding(["gzip", "identity"]) === "gzip";
  const headers = {
    "content-type": format.contentType,
    "content-disposition": `attachment; filename="${begun.fileName}"`,
    vary: "accept-encoding",
    ...(isCompressed && { "content-encoding": "gzip" }),
    "x-content-type-options": "nosniff",
    "x-entente-edition": begun.edition.digest,
    "x-request-id": request.id,
  };
  return { ...begun, what, format, headers, isCompressed };
}

async function send(request: FastifyRequest, reply: FastifyReply, signal: AbortSignal, service: Service) {
  const started = performance.now();
  const { what, format, headers, isCompressed, progress, pieces } = await begin(request, service, signal);
  // Errors before the first piece are answered; after it, only closing the connection is possible.
  const first = await pieces.next();
  const plain = Readable.from(rest(), { objectMode: false });
  // `rest` logs the errors, and both streams end with them.
  return reply.headers(headers).send(isCompressed ? pipeline(plain, createGzip(), () => undefined) : plain);

  async function* rest(): AsyncGenerator<Buffer> {
    let whole = false;
    let problem: unknown;
    try {
      if (!first.done) yield first.value;
      yield* pieces;
      whole = true;
    } catch (error) {
      problem = error;
      throw error;
    } finally {
      const milliseconds = Math.round(performance.now() - started);
      const line = { requestId: request.id, export: what, format: format.name, milliseconds, ...progress, whole };
      if (problem === undefined || signal.aborted)
        service.log.info(line, whole ? "exported" : "the client broke off an export");
      else service.log.error({ ...line, err: problem }, "an export broke off");
    }
  }
}

function parametersOf(given: Record<string, string | string[]>): Record<string, string> {
  for (const [name, value] of Object.entries(given))
    if (Array.isArray(value)) throw inputError(`"${name}" is given ${value.length} times. Give it once.`);
  return given as Record<string, string>;
}

function statusOf(error: unknown): number {
  return error instanceof AnswerError ? (statuses[error.code] ?? 500) : 500;
}

function refuse(reply: FastifyReply, error: unknown, log: Logger) {
  const answer = error instanceof GraphQLError ? error.toJSON() : { message: (error as Error).message };
  return reply.send({ errors: [answerOf(answer, error, log)] });
}
