/** The filters of the timeline's questions. */
import { kinds, type Kind, type TimelineState } from "./timelineState.ts";

type Filter = Record<string, unknown>;

export interface Years {
  from: number;
  until: number;
}

/** The beginnings of a tenure, in the order in which the first known is taken. */
const beginnings = ["entered", "presentedCredentials", "arrived", "appointed"];

/**
 * The filters of a list of each kind, and which kinds are asked for.
 * @param during only what may overlap these years; null for any time.
 */
export function filtersOf(state: TimelineState, during: Years | null): Filter {
  const ids = { id: { in: state.states.map((each) => `country:${each}`) } };
  const filters: Record<Kind, Filter[]> = {
    changes: [state.isBetween ? { actor: ids, toward: ids } : { or: [{ actor: ids }, { toward: ids }] }],
    meetings: [{ or: meetingsOf(state) }],
    missions: [
      state.isBetween ? { sendingState: ids, hostState: ids } : { or: [{ sendingState: ids }, { hostState: ids }] },
    ],
    tenures: [{ post: { country: ids, ...(state.isBetween && { accreditedTo: ids }) } }],
    statements: [{ or: [{ speaker: { country: ids } }, { body: { country: ids } }] }],
  };
  if (during) {
    const overlaps = { overlaps: `${during.from}/${during.until}` };
    const begun = { overlaps: `../${during.until}` };
    const notEnded = (field: string): Filter => ({
      or: [{ [field]: { overlaps: `${during.from}/..` } }, { [field]: { exists: false } }],
    });
    for (const kind of ["changes", "meetings", "statements"] as const) filters[kind].push({ date: overlaps });
    filters.missions.push({ or: [{ opened: begun }, { opened: { exists: false } }] }, notEnded("closed"));
    filters.tenures.push({ or: [...beginnings, "ended"].map((field) => ({ [field]: begun })) }, notEnded("ended"));
  }
  return {
    states: ids,
    ...Object.fromEntries(kinds.map((kind) => [kind, { and: filters[kind] }])),
    ...Object.fromEntries(kinds.map((kind) => [includes(kind), state.kinds.includes(kind)])),
    ...Object.fromEntries(
      beginnings.map((field, index) => [
        field === "presentedCredentials" ? "presented" : field,
        {
          and: [
            ...filters.tenures,
            { [field]: { exists: true } },
            ...beginnings.slice(0, index).map((each) => ({ [each]: { exists: false } })),
          ],
        },
      ]),
    ),
  };
}

/** `withMeetings`, the variable that says whether a kind is asked for. */
export function includes(kind: Kind): string {
  return `with${capital(kind)}`;
}

/** `afterMeetings`, the variable that says where a list goes on. */
export function after(kind: Kind): string {
  return `after${capital(kind)}`;
}

function capital(kind: Kind): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}

/** Meetings of any of the states; or of two of them, for each two. */
function meetingsOf({ states, isBetween }: TimelineState): Filter[] {
  const with_ = (slug: string): Filter => ({ countries: { some: { id: { eq: `country:${slug}` } } } });
  if (!isBetween) return states.map(with_);
  return states.flatMap((one, index) => states.slice(index + 1).map((other) => ({ and: [with_(one), with_(other)] })));
}
