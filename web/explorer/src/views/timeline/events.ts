/** The answers to the timeline's questions, and the events that are drawn of them. */
import type { Ask } from "../../site/ask.ts";
import type { Date } from "../../parts/EdtfDate.tsx";
import { slugOf } from "../map/states.ts";
import document from "./events.graphql?raw";
import { after, includes } from "./filters.ts";
import { spanOfMoment, spanOfPeriod, type Span } from "./span.ts";
import { kinds, type Kind } from "./timelineState.ts";

interface Id {
  id: string;
}

interface Node extends Id {
  name: string;
  status?: string | null;
  date?: Date | null;
  countries?: { nodes: Id[] };
  actor?: Id | null;
  toward?: Id | null;
  sendingState?: Id;
  hostState?: Id | null;
  opened?: Date | null;
  closed?: Date | null;
  post?: { country: Id | null };
  entered?: Date | null;
  presentedCredentials?: Date | null;
  arrived?: Date | null;
  appointed?: Date | null;
  attested?: Date[];
  ended?: Date | null;
  speaker?: { country: Id | null } | null;
  body?: { country: Id | null } | null;
}

interface Page {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: Node[];
}

export interface Event {
  id: string;
  kind: Kind;
  name: string;
  /** The slugs of the states in whose lanes it is. */
  states: string[];
  span: Span;
  /** In words, and as EDTF where it says more. */
  when: string;
  edtf: string;
  /** Whether it was planned and not held, or an office that wasn't taken up. */
  isUnreal: boolean;
}

/** Events of a page, where each list goes on, and how many had no date. */
export interface Found {
  events: Event[];
  undated: number;
  cursors: Partial<Record<Kind, string>>;
}

/**
 * Asks for a page of each kind.
 * @param filters as `filtersOf` makes them.
 * @param cursors where lists go on; a kind without one is left out. Null for the first page of all kinds.
 */
export async function askEvents(
  ask: Ask,
  filters: Record<string, unknown>,
  cursors: Found["cursors"] | null,
): Promise<Found> {
  const { data } = await ask<Partial<Record<Kind, Page>>>(document, variablesOf(filters, cursors));
  const found: Found = { events: [], undated: 0, cursors: {} };
  for (const kind of kinds) {
    const page = data[kind];
    if (!page) continue;
    if (page.pageInfo.hasNextPage) found.cursors[kind] = page.pageInfo.endCursor!;
    for (const node of page.nodes) {
      const event = eventOf(kind, node);
      if (event) found.events.push(event);
      else found.undated += 1;
    }
  }
  return found;
}

/** The variables of the question. */
export function variablesOf(
  filters: Record<string, unknown>,
  cursors: Found["cursors"] | null,
): Record<string, unknown> {
  const { states, ...others } = filters;
  const asked = kinds.flatMap((kind): [string, unknown][] => [
    [kind, others[kind]],
    [includes(kind), others[includes(kind)] === true && (cursors === null || cursors[kind] !== undefined)],
    ...(cursors?.[kind] ? ([[after(kind), cursors[kind]]] as [string, unknown][]) : []),
  ]);
  return { ids: states, ...Object.fromEntries(asked) };
}

/** The document of the question, for the editor. */
export const eventsDocument = document;

function eventOf(kind: Kind, node: Node): Event | null {
  const { begun, ended } = datesOf(kind, node);
  const now = new Date().getFullYear() + 1;
  const span =
    kind === "missions" || kind === "tenures"
      ? spanOfPeriod(begun, ended, kind === "missions", now)
      : begun && spanOfMoment(begun);
  if (!span) return null;
  return {
    id: node.id,
    kind,
    name: node.name,
    states: [...new Set(statesOf(kind, node).flatMap((each) => (each ? [slugOf(each.id)] : [])))],
    span,
    when: inWords(kind, begun, ended, span),
    edtf: kind === "missions" || kind === "tenures" ? intervalOf(begun, ended, span) : begun!.edtf,
    isUnreal: node.status != null && !["HELD", "SERVED", "ACTING"].includes(node.status),
  };
}

/** As EDTF has it: nothing at an end that is unknown, two points at one that hasn't come. */
function intervalOf(begun: Date | null, ended: Date | null, { end }: Span): string {
  return [begun, ended].some((each) => each?.edtf.includes("/"))
    ? [begun, ended].flatMap((each) => each?.edtf ?? []).join(" to ")
    : `${begun?.edtf ?? ""}/${ended?.edtf ?? (end === "open" ? ".." : "")}`;
}

function datesOf(kind: Kind, node: Node): { begun: Date | null; ended: Date | null } {
  if (kind === "missions") return { begun: node.opened ?? node.attested?.[0] ?? null, ended: node.closed ?? null };
  if (kind === "tenures") {
    const begun =
      node.entered ?? node.presentedCredentials ?? node.arrived ?? node.appointed ?? node.attested?.[0] ?? null;
    return { begun, ended: node.ended ?? null };
  }
  return { begun: node.date ?? null, ended: null };
}

function statesOf(kind: Kind, node: Node): (Id | null | undefined)[] {
  switch (kind) {
    case "meetings":
      return node.countries!.nodes;
    case "changes":
      return [node.actor, node.toward];
    case "missions":
      return [node.sendingState, node.hostState];
    case "tenures":
      return [node.post!.country];
    default:
      return [node.speaker?.country ?? node.body?.country];
  }
}

function inWords(kind: Kind, begun: Date | null, ended: Date | null, { end }: Span): string {
  if (kind !== "missions" && kind !== "tenures") return begun!.text;
  if (!begun) return `until ${ended!.text}, since when is unknown`;
  if (ended) return `${begun.text} to ${ended.text}`;
  return end === "open" ? `since ${begun.text}` : `from ${begun.text}, until when is unknown`;
}
