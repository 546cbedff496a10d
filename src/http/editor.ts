/** The editor at `/graphiql`: files built from `web/graphiql`, which load nothing from other hosts. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import files from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";

const folder = fileURLToPath(new URL("../../web/graphiql/dist/", import.meta.url));

// Monaco generates styles for its layout, and GraphiQL's style sheet embeds its fonts.
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

/** Serves the editor, if built. */
export async function serveEditor(app: FastifyInstance): Promise<void> {
  const built = existsSync(folder);
  // Every file name except the page's includes a digest.
  if (built)
    await app.register(files, { root: folder, prefix: "/graphiql/", index: false, maxAge: "1y", immutable: true });
  const page = (_request: unknown, reply: FastifyReply): FastifyReply => {
    if (!built) return reply.code(404).send('The editor is not built. Run "npm run build:web" and start again.\n');
    return reply
      .headers({ "content-security-policy": policy, "x-content-type-options": "nosniff" })
      .sendFile("index.html", { maxAge: 0, immutable: false });
  };
  app.get("/graphiql", page);
  app.get("/graphiql/", page);
}
