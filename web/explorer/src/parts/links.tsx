/** Links to pages of the explorer, to the editor, and to the same address with other parameters. */
import type { ComponentChildren } from "preact";
import type { Question } from "../site/page.ts";

/** The address of the page of an entity. */
export function entityAddress(id: string): string {
  return `/entity/${encodeURI(id)}`;
}

export function EntityLink({ id, children }: { id: string; children: ComponentChildren }) {
  return <a href={entityAddress(id)}>{children}</a>;
}

/** An address with some parameters changed; null removes one. */
export function withParameters(address: URL, changes: Record<string, string | null>): string {
  const parameters = new URLSearchParams(address.search);
  for (const [name, value] of Object.entries(changes))
    if (value === null) parameters.delete(name);
    else parameters.set(name, value);
  const query = parameters.toString();
  return address.pathname + (query && `?${query}`);
}

/** Opens the query behind a page in the editor. It stays in the browser: the fragment of an address isn't sent. */
export function EditorLink({ question }: { question: Question }) {
  const fragment = new URLSearchParams({
    query: question.document,
    variables: JSON.stringify(question.variables, null, 2),
  });
  return <a href={`/graphiql#${fragment.toString()}`}>Ask this in the editor</a>;
}

/** A state where it is drawn. @param slug the part of its id after the colon. */
export function StateLinks({ slug }: { slug: string }) {
  return (
    <ul class="inline">
      <li>
        <a href={`/timeline?states=${slug}`}>On the timeline</a>
      </li>
      <li>
        <a href={`/map?of=${slug}`}>On the map</a>
      </li>
      <li>
        <a href={`/coverage?state=${slug}`}>What is covered</a>
      </li>
    </ul>
  );
}
