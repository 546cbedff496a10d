/** The explorer at `/`: pages built from `web/explorer`, rendered here too, so that they can be read without script. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import files from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { FormattedExecutionResult } from "graphql";

const folder = fileURLToPath(new URL("../../web/explorer/dist/", import.meta.url));

const policy = [
  "default-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** Answers GraphQL for one request for a page. */
export type Execute = (document: string, variables: Record<string, unknown>) => Promise<FormattedExecutionResult>;

/** What the built renderer makes of an address: `web/explorer/src/render.tsx`. */
export interface Renderer {
  render(
    address: string,
    execute: Execute,
  ): Promise<{ status: number; head: string; body: string; movedTo?: string | undefined }>;
}

/** Failures of a page that are not the server's, by their code. The page in the browser says more. */
const statuses: Record<string, number> = {
  BAD_USER_INPUT: 400,
  CURSOR_INVALID: 400,
  LIMIT_EXCEEDED: 400,
  GRAPH_UNAVAILABLE: 503,
  OVERLOADED: 503,
  TIMEOUT: 504,
};

/** The renderer, if built. */
export async function loadRenderer(): Promise<Renderer | undefined> {
  if (!existsSync(`${folder}built-from`)) return undefined;
  return (await import(`${folder}server/render.js`)) as Renderer;
}

/**
 * Serves the explorer, if built.
 * @param executeFor how GraphQL is answered for a request.
 */
export async function serveExplorer(
  app: FastifyInstance,
  executeFor: (request: FastifyRequest, reply: FastifyReply) => Execute,
): Promise<void> {
  const renderer = await loadRenderer();
  if (!renderer) {
    app.get("/", (_request, reply) =>
      reply
        .code(404)
        .send('The explorer is not built. Run "npm run build:web" and start again. GraphQL is at /graphql.\n'),
    );
    return;
  }
  // Every file name except the page's includes a digest.
  await app.register(files, {
    root: `${folder}pages/assets`,
    prefix: "/explorer/assets/",
    index: false,
    maxAge: "1y",
    immutable: true,
    preCompressed: true,
    decorateReply: false,
  });
  const shell = readFileSync(`${folder}pages/index.html`, "utf8");

  const page = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    void reply
      .type("text/html; charset=utf-8")
      .headers({ "content-security-policy": policy, "x-content-type-options": "nosniff", "cache-control": "no-cache" });
    try {
      const address = new URL(request.url, `${request.protocol}://${request.host}`);
      const { status, head, body, movedTo } = await renderer.render(address.href, executeFor(request, reply));
      if (movedTo !== undefined) return reply.redirect(movedTo + address.search, 308);
      return reply.code(status).send(filled(shell, head, body));
    } catch (error) {
      const status = statuses[(error as { code?: string }).code ?? ""] ?? 500;
      if (status === 500) request.log.error({ err: error as Error }, "a page wasn't rendered");
      return reply.code(status).send(shell);
    }
  };
  for (const url of ["/", "/entity/*", "/network", "/pair", "/pair/*", "/paths", "/map", "/timeline", "/coverage"])
    app.get(url, page);
}

function filled(shell: string, head: string, body: string): string {
  return shell.replace(/<!--head-->[\s\S]*<!--\/head-->/, () => head).replace("<!--page-->", () => body);
}
