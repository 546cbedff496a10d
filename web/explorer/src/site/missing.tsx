import type { Page } from "./page.ts";

/** The page for an address at which there is nothing. */
export function missing(what: string): Page {
  return {
    title: "Not found",
    description: "Nothing is at this address.",
    canonical: "/",
    isMissing: true,
    body: (
      <article class="message">
        <h1 tabIndex={-1}>Nothing is here</h1>
        <p>
          The graph has nothing under <code>{what}</code>. Ids are never reused: it was mistyped, or comes from a graph
          with more data loaded. Try the search above.
        </p>
      </article>
    ),
  };
}
