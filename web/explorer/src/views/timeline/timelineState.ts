/** What an address says of the timeline: whose, of which kinds, and which years. */

export const kinds = ["changes", "meetings", "missions", "tenures", "statements"] as const;
export type Kind = (typeof kinds)[number];

export const kindNames: Record<Kind, string> = {
  changes: "changes in relations",
  meetings: "meetings",
  missions: "missions",
  tenures: "offices held",
  statements: "statements",
};

export interface TimelineState {
  /** The slugs of the states, each a lane. */
  states: readonly string[];
  kinds: readonly Kind[];
  /** Whether only what concerns two of the states is shown. */
  isBetween: boolean;
  from: number | null;
  until: number | null;
  /** The id of the entity that is told of. */
  chosen: string | null;
}

/** The most lanes: each two of them are a condition of one question. */
export const mostStates = 3;

const founding = ["us", "mx"];

/** Reads an address; what it can't mean is left out. */
export function timelineStateIn({ searchParams }: URL): TimelineState {
  const listed = (name: string): string[] | null =>
    searchParams.has(name) ? searchParams.getAll(name).flatMap((each) => each.split(",")) : null;
  const year = (name: string): number | null => {
    const text = searchParams.get(name) ?? "";
    return /^\d{4}$/.test(text) ? Number(text) : null;
  };
  const states = [...new Set((listed("states") ?? founding).filter((each) => /^[a-z\d-]+$/.test(each)))];
  const shown = listed("kinds");
  const [from, until] = [year("from"), year("until")];
  const chosen = searchParams.get("chosen");
  return {
    states: states.slice(0, mostStates),
    kinds: shown ? kinds.filter((each) => shown.includes(each)) : kinds,
    isBetween: states.length > 1 && searchParams.get("with") !== "anyone",
    from: from !== null && until !== null && from > until ? until : from,
    until: from !== null && until !== null && from > until ? from : until,
    chosen: chosen && /^[a-z-]+:.+$/.test(chosen) ? chosen : null,
  };
}

/** The address of a state. */
export function timelineAddress({ states, kinds: shown, isBetween, from, until, chosen }: TimelineState): string {
  const parameters = new URLSearchParams();
  if (states.join() !== founding.join()) parameters.set("states", states.join(","));
  if (shown.length < kinds.length) parameters.set("kinds", shown.join(","));
  if (states.length > 1 && !isBetween) parameters.set("with", "anyone");
  if (from !== null) parameters.set("from", String(from));
  if (until !== null) parameters.set("until", String(until));
  if (chosen) parameters.set("chosen", chosen);
  // Commas and colons are allowed in an address, and easier to read.
  const query = parameters.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  return `/timeline${query && `?${query}`}`;
}
