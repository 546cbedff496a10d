/** The editor at `/graphiql`: files built from `web/graphiql`, which load nothing from another host. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import files from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";

const folder = fileURLToPath(new URL("../../web/graphiql/dist/", import.meta.url));

// Monaco lays out its lines by styles of its own making, and GraphiQL's style sheet has its fonts inside.
const policy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Serves the editor, where it is built. */
export async function serveEditor(app: FastifyInstance): Promise<void> {
  const built = existsSync(folder);
  // The name of each file but the page has a digest in it.
  if (built)
    await app.register(files, { root: folder, prefix: "/graphiql/", index: false, maxAge: "1y", immutable: true });
  const page = (_request: unknown, reply: FastifyReply): FastifyReply => {
    if (!built) return reply.code(404).send('The editor is not built. Run "npm run build:editor" and start again.\n');
    return reply
      .headers({ "content-security-policy": policy, "x-content-type-options": "nosniff" })
      .sendFile("index.html", { maxAge: 0, immutable: false });
  };
  app.get("/graphiql", page);
  app.get("/graphiql/", page);
}
