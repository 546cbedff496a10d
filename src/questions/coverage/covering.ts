/** Which parts of sources would tell of something, and from when until when. Nothing here reads the graph. */
import type { Coverage, CoverageScope, FactKind } from "../../entities/Source.ts";
import { readEdtf } from "../../graph/edtf.ts";

/** The types that a question of coverage can be asked of. */
export type Askable = "BilateralRelation" | "Country" | "Official" | "Place" | "Post";

/** What is asked of, as far as a scope can tell it apart. */
export interface Subject {
  id: string;
  type: Askable | "Mission";
  name: string;
  /** The state, the two of a pair, the sending and the receiving one of a mission, that of an office or a person, those that a place lies in; with their names. */
  countries: { id: string; name: string }[];
  /** Of an office. */
  kind: string | null;
  accreditedTo: string | null;
  toOrganization: boolean;
  /** Of a person: the offices that sources show. */
  posts: string[];
  /** Of a place: itself, and the larger ones that it lies in. */
  places: string[];
}

/** A part of a source, with the source, and the last day on which it can have told anything. */
export interface Part extends Pick<Coverage, "part" | "from" | "until" | "scopes"> {
  sourceId: string;
  retrieved: string | null;
}

/** How much of what is asked a part would tell: all of it, or some. */
export type Extent = "WHOLE" | "PART";

/** Days, both included; null where it is open. */
export interface Days {
  from: string | null;
  until: string | null;
}

/** A part that would tell of what is asked, and for which of the days asked it does. */
export interface Covering {
  part: Part;
  extent: Extent;
  days: Days | null;
}

/** Days that nothing covers. */
export interface Gap extends Days {
  what: string;
}

/** What sources cover of what is asked. */
export interface Covered {
  parts: Covering[];
  gaps: Gap[];
  /** Whether each side of it is covered as a whole, on every day. */
  whole: boolean;
}

type Kind = keyof typeof FactKind;

/** One side of what is asked, covered or not for itself: the missions of one state to the other. */
interface Side {
  what: string;
  /** How much of it a scope takes in; null for nothing. */
  extent: (scope: CoverageScope) => Extent | null;
}

/** The kinds of fact that can be asked of each type. */
export const askable: Record<Askable, readonly Kind[]> = {
  BilateralRelation: ["MEETINGS", "TENURES", "RELATIONS", "FLOWS"],
  Country: ["MEETINGS", "TENURES", "RELATIONS", "FLOWS"],
  Official: ["MEETINGS", "TENURES"],
  Place: ["MEETINGS", "FLOWS"],
  Post: ["TENURES"],
};

/**
 * What sources cover of what is asked.
 * @param days the days asked of.
 */
export function coveredBy(subject: Subject, kind: Kind, days: Days, all: Part[]): Covered {
  const asked = spanOf(days);
  const extents = new Map<Part, Extent>();
  const gaps: Gap[] = [];
  let whole = true;
  for (const side of sidesOf(subject, kind)) {
    const found = all.flatMap((part) => {
      const extent = extentIn(side, kind, part);
      return extent === null ? [] : [{ part, extent }];
    });
    for (const { part, extent } of found) extents.set(part, extents.get(part) === "PART" ? "PART" : extent);
    const spans = (parts: typeof found): Span[] => parts.map(({ part }) => reachOf(part));
    gaps.push(...without(asked, spans(found)).map((gap) => ({ what: side.what, ...daysOf(gap) })));
    whole &&= without(asked, spans(found.filter(({ extent }) => extent === "WHOLE"))).length === 0;
  }
  const parts = [...extents].map(([part, extent]): Covering => {
    const common = overlap(asked, reachOf(part));
    return { part, extent, days: common && daysOf(common) };
  });
  const order = ({ part }: Covering): string => `${part.sourceId} ${part.from ?? ""}`;
  return { parts: parts.sort((a, b) => (order(a) < order(b) ? -1 : 1)), gaps, whole };
}

/** Two states as a pair, whether or not there is a relation of theirs. */
export function pairSubject(one: Pick<Subject, "id" | "name">, other: Pick<Subject, "id" | "name">): Subject {
  const countries = [one, other].map(({ id, name }) => ({ id, name })).sort((a, b) => (a.id < b.id ? -1 : 1));
  const name = `relations of ${countries.map((each) => each.name).join(" and ")}`;
  return { ...nothing, id: one.id, type: "BilateralRelation", name, countries };
}

/** The mission of one state to another, whether or not a source tells of its head. */
export function missionSubject(sendingId: string, receivingId: string): Subject {
  const countries = [sendingId, receivingId].map((id) => ({ id, name: id }));
  return { ...nothing, id: sendingId, type: "Mission", name: "", countries };
}

const nothing = { kind: null, accreditedTo: null, toOrganization: false, posts: [], places: [] };

function extentIn(side: Side, kind: Kind, { scopes }: Part): Extent | null {
  const extents = (scopes ?? []).filter(({ facts }) => facts === kind).map(side.extent);
  return extents.includes("WHOLE") ? "WHOLE" : extents.includes("PART") ? "PART" : null;
}

function sidesOf(subject: Subject, kind: Kind): Side[] {
  switch (kind) {
    case "MEETINGS":
      return meetingsOf(subject);
    case "TENURES":
      return tenuresOf(subject);
    case "RELATIONS":
      return relationsOf(subject);
    case "FLOWS":
      return flowsOf(subject);
  }
}

function meetingsOf(subject: Subject): Side[] {
  const { type, name, kind, countries, posts } = subject;
  const [one, other] = countries;
  if (type === "BilateralRelation") return [hostedBy(one!, other!), hostedBy(other!, one!)];
  // A region lies over the states of whose meetings a source tells.
  const place = kind === "REGION" ? "PART" : "WHOLE";
  if (type === "Place")
    return [
      {
        what: `meetings in ${name}`,
        extent: ({ country, at }) => {
          if (country === undefined) return place;
          if (countries.some(({ id }) => id === country)) return at === "ABROAD" ? null : place;
          return at === "HOME" ? null : "PART";
        },
      },
    ];
  const side = (at: "HOME" | "ABROAD"): Side => ({
    what: at === "HOME" ? `meetings of ${name} at home` : `meetings of ${name} abroad`,
    extent: (scope) => {
      // Abroad for one is at home for the other.
      if (scope.country !== undefined && scope.country !== one?.id) return scope.at === at ? null : "PART";
      if (scope.at !== undefined && scope.at !== at) return null;
      if (type === "Country") return "WHOLE";
      if (scope.posts === undefined) return "PART";
      return scope.posts.some((id) => posts.includes(id)) ? "WHOLE" : null;
    },
  });
  return [side("HOME"), side("ABROAD")];
}

type Named = Subject["countries"][number];

function hostedBy(host: Named, guest: Named): Side {
  return {
    what: `meetings of both with ${host.name} as host`,
    extent: ({ country, at }) => {
      if (country === undefined) return "WHOLE";
      if (country === host.id) return at === "ABROAD" ? null : "WHOLE";
      return country === guest.id && at !== "HOME" ? "WHOLE" : null;
    },
  };
}

function tenuresOf({ type, id, name, countries, kind, accreditedTo, toOrganization }: Subject): Side[] {
  const [one, other] = countries;
  switch (type) {
    case "Post":
      return [
        {
          what: `who held the office: ${name}`,
          extent: (scope) => {
            const fits =
              isOf(scope.country, one?.id) &&
              (scope.offices === undefined || (kind !== null && scope.offices.includes(kind as never))) &&
              (scope.posts === undefined || scope.posts.includes(id)) &&
              (scope.accreditedTo === undefined ||
                (scope.accreditedTo === "states" && accreditedTo !== null) ||
                (scope.accreditedTo === "organizations" && toOrganization) ||
                scope.accreditedTo === accreditedTo);
            return fits ? "WHOLE" : null;
          },
        },
      ];
    case "BilateralRelation":
      return [missions(one!, other!), missions(other!, one!)];
    case "Mission":
      return [missions(one!, other!)];
    case "Country":
      return [
        {
          what: `heads of state and of government of ${name}`,
          extent: (scope) =>
            isOf(scope.country, id) && includes(scope, "CHIEF_OF_STATE") && scope.accreditedTo === undefined
              ? wholeUnless(scope.posts)
              : null,
        },
        {
          what: `ministers of ${name}`,
          extent: (scope) =>
            isOf(scope.country, id) && includes(scope, "MINISTER") && scope.accreditedTo === undefined
              ? wholeUnless(scope.posts)
              : null,
        },
        {
          what: `heads of missions of ${name}`,
          extent: (scope) => {
            if (!isOf(scope.country, id) || !includes(scope, "CHIEF_OF_MISSION")) return null;
            if (scope.accreditedTo === id || scope.accreditedTo === "organizations") return null;
            return isOf(scope.accreditedTo, "states") ? wholeUnless(scope.posts) : "PART";
          },
        },
        {
          what: `heads of missions to ${name}`,
          extent: (scope) => {
            if (scope.country === id || !includes(scope, "CHIEF_OF_MISSION")) return null;
            if (!isOf(scope.accreditedTo, id) && scope.accreditedTo !== "states") return null;
            return scope.country === undefined ? wholeUnless(scope.posts) : "PART";
          },
        },
      ];
    default:
      // No source lists all offices that a person held.
      return [{ what: `offices of ${name}`, extent: ({ country }) => (one && !isOf(country, one.id) ? null : "PART") }];
  }
}

function missions(sending: Named, receiving: Named): Side {
  return {
    what: `heads of mission of ${sending.name} to ${receiving.name}`,
    extent: (scope) =>
      isOf(scope.country, sending.id) &&
      includes(scope, "CHIEF_OF_MISSION") &&
      (isOf(scope.accreditedTo, receiving.id) || scope.accreditedTo === "states")
        ? wholeUnless(scope.posts)
        : null,
  };
}

function relationsOf({ type, name, countries }: Subject): Side[] {
  const fits = (country: string | undefined): boolean =>
    country === undefined || countries.some(({ id }) => id === country);
  return [
    {
      what: type === "Country" ? `relations of ${name}` : name,
      // Of all the relations of a state, the list of another one tells of one.
      extent: ({ country }) => (fits(country) ? "WHOLE" : type === "Country" ? "PART" : null),
    },
  ];
}

function flowsOf({ type, name, kind, countries, places }: Subject): Side[] {
  const [one, other] = countries;
  if (type === "Place")
    return [
      {
        what: `numbers observed at ${name}`,
        extent: ({ country, place }) => {
          if (place !== undefined) return places.includes(place) ? "WHOLE" : null;
          const where = kind === "REGION" ? "PART" : "WHOLE";
          return country === undefined || countries.some(({ id }) => id === country) ? where : null;
        },
      },
    ];
  const of = (whose: Named, where: Named): Side => ({
    what: `numbers of nationals of ${whose.name} at the borders of ${where.name}`,
    extent: ({ country, place }) => (isOf(country, where.id) ? wholeUnless(place) : null),
  });
  if (type === "BilateralRelation") return [of(one!, other!), of(other!, one!)];
  return [
    {
      what: `numbers observed at the borders of ${name}`,
      extent: ({ country, place }) => (isOf(country, one!.id) ? wholeUnless(place) : null),
    },
    {
      what: `numbers of nationals of ${name}`,
      extent: ({ country }) => (country === undefined ? "WHOLE" : country === one!.id ? null : "PART"),
    },
  ];
}

function isOf(given: string | undefined, wanted: string | undefined): boolean {
  return given === undefined || given === wanted;
}

function includes({ offices }: CoverageScope, kind: string): boolean {
  return offices === undefined || offices.includes(kind as never);
}

function wholeUnless(narrowed: unknown): Extent {
  return narrowed === undefined ? "WHOLE" : "PART";
}

/** Days as texts that compare; the ends of time where it is open. */
type Span = [first: string, last: string];

const ever: Span = ["0000-01-01", "9999-12-31"];

function spanOf({ from, until }: Days): Span {
  return [from ?? ever[0], until ?? ever[1]];
}

function daysOf([first, last]: Span): Days {
  return { from: first === ever[0] ? null : first, until: last === ever[1] ? null : last };
}

// What is open at its end reaches until it was read: it can't have told of what came after.
function reachOf({ from, until, retrieved }: Part): Span {
  const end = until ?? retrieved;
  return [
    (from === null ? null : readEdtf(from).firstDay) ?? ever[0],
    (end === null ? null : readEdtf(end).lastDay) ?? ever[1],
  ];
}

function overlap([first, last]: Span, [from, until]: Span): Span | null {
  const common: Span = [first > from ? first : from, last < until ? last : until];
  return common[0] <= common[1] ? common : null;
}

/** What is left of some days without others. */
function without(asked: Span, spans: Span[]): Span[] {
  const left: Span[] = [];
  let [next, last] = asked;
  for (const [from, until] of [...spans].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
    if (from > last) break;
    if (from > next) left.push([next, neighbour(from, -1)]);
    if (until >= next) next = until >= last ? "~" : neighbour(until, 1);
    if (next > last) return left;
  }
  left.push([next, last]);
  return left;
}

function neighbour(day: string, step: 1 | -1): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + step);
  return date.toISOString().slice(0, 10);
}
