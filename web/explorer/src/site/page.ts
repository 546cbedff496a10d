/** What a view makes of an address: all that a browser or a server needs in order to show it. */
import type { ComponentChildren } from "preact";
import type { Ask } from "./ask.ts";

/** A query with its variables, as the editor opens it. */
export interface Question {
  document: string;
  variables: Record<string, unknown>;
}

export interface Page {
  title: string;
  description: string;
  /** The address to keep and to cite, from the root. */
  canonical: string;
  body: ComponentChildren;
  /** The query behind the page. */
  question?: Question;
  /** Whether there is nothing at the address. */
  isMissing?: boolean;
  /** The address that took the place of this one. */
  movedTo?: string;
  /** The page as JSON-LD. */
  linkedData?: object;
}

export type View = (address: URL, ask: Ask) => Promise<Page>;
