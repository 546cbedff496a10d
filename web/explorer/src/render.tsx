/** The pages on a server: the same views, as HTML that can be read without script. */
import { renderToString } from "preact-render-to-string";
import { answerIn, keeping, type Asked, type Response } from "./site/ask.ts";
import { open } from "./site/routes.tsx";
import { Site } from "./site/Site.tsx";

export interface Rendered {
  status: number;
  /** The elements for the head of the document, and the page for its body. */
  head: string;
  body: string;
  /** The address to go to instead, if what was asked for has another one now. */
  movedTo?: string;
}

/**
 * @param address the whole address that was asked for.
 * @param execute answers GraphQL.
 */
export async function render(
  address: string,
  execute: (document: string, variables: Record<string, unknown>) => Promise<Response>,
): Promise<Rendered> {
  const url = new URL(address);
  const asked: Asked[] = [];
  const page = await open(
    url,
    keeping(asked, async (document, variables = {}) => answerIn(await execute(document, variables))),
  );
  const head = [
    `<title>${escaped(page.title)}</title>`,
    `<meta name="description" content="${escaped(page.description)}">`,
    `<link rel="canonical" href="${escaped(new URL(page.canonical, url).href)}">`,
    ...(page.isMissing ? [`<meta name="robots" content="noindex">`] : []),
    ...(page.linkedData ? [`<script type="application/ld+json">${inScript(page.linkedData)}</script>`] : []),
    `<script type="application/json" id="asked">${inScript(asked)}</script>`,
  ].join("\n    ");
  return {
    status: page.isMissing ? 404 : 200,
    head,
    body: renderToString(<Site address={url} page={page} problem={null} isLoading={false} />),
    movedTo: page.movedTo,
  };
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

/** JSON within an element, which "<" could end. */
function inScript(value: object): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
