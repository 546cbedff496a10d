/** The answer to the map's question, and the marks that are drawn of it. */
import type { Layer, MapState } from "./mapState.ts";
import { pointOf, slugOf } from "./states.ts";

interface Key {
  value: string | null;
  name: string | null;
}

export interface MapAnswer {
  country?: Named | null;
  measures?: { enumValues: { name: string }[] };
  meetings?: {
    totalCount: number;
    counts: {
      count: number;
      keys: [Key, Key & { entity: { id: string; latitude?: number | null; longitude?: number | null } | null }];
    }[];
  };
  missions?: { totalCount: number; counts: { count: number; keys: [Key, Key] }[] };
  flows?: {
    totalCount: number;
    counts: { count: number; sum: number | null; sumRefused: string | null; keys: [Key, Key] }[];
  };
  migrationRoutes?: { totalCount: number; nodes: RouteFound[] };
}

interface Named {
  id: string;
  name: string;
}

export interface RouteFound extends Named {
  summary: string | null;
  approximate: boolean | null;
  geometry: { coordinates: [number, number][] } | null;
  stops: { nodes: (Named & { kind: string; latitude: number | null; longitude: number | null })[] };
  nationalities: { nodes: Named[] };
  regionsOfOrigin: { nodes: Named[] };
  flows: {
    nodes: (Named & {
      count: number | null;
      qualifier: string;
      measure: string;
      period: { text: string } | null;
    })[];
  };
}

export type Point = [longitude: number, latitude: number];

/** A number at a place, or at a state if its places aren't known. */
export interface Circle extends Named {
  count: number;
  point: Point;
  isState: boolean;
}

/** A number from one state to another. */
export interface Arc {
  layer: Layer & ("missions" | "flows");
  from: Named;
  to: Named;
  count: number;
  ends: [Point, Point];
}

export interface Route extends Named {
  line: Point[];
  /** Whether a source gives the way itself, and not only a sketch or the order of the stops. */
  isKnown: boolean;
  stops: (Named & { point: Point })[];
}

/** What is drawn, and how many of each layer have no place on a map. */
export interface Marks {
  circles: Circle[];
  arcs: Arc[];
  routes: Route[];
  unplaced: Partial<Record<Layer, number>>;
}

/** Turns an answer into marks. */
export function marksOf({ meetings, missions, flows, migrationRoutes }: MapAnswer): Marks {
  const unplaced: Marks["unplaced"] = {};
  const circles = circlesOf(meetings, unplaced);
  const arcs = [
    ...arcsOf("missions", missions?.counts ?? [], ({ count }) => count, unplaced),
    ...arcsOf("flows", flows?.counts ?? [], ({ sum }) => sum ?? 0, unplaced),
  ];
  const routes = (migrationRoutes?.nodes ?? []).flatMap((each) => {
    const route = routeOf(each);
    if (route.line.length < 2 && route.stops.length === 0) unplaced.routes = (unplaced.routes ?? 0) + 1;
    return route.line.length < 2 && route.stops.length === 0 ? [] : [route];
  });
  return { circles, arcs, routes, unplaced };
}

function circlesOf(meetings: MapAnswer["meetings"], unplaced: Marks["unplaced"]): Circle[] {
  if (!meetings) return [];
  const circles = new Map<string, Circle>();
  let placed = 0;
  for (const { count, keys } of meetings.counts) {
    const [host, place] = keys;
    const { latitude, longitude } = place.entity ?? {};
    const isState = latitude == null || longitude == null;
    const point = isState ? host.value && pointOf(slugOf(host.value)) : ([longitude, latitude] as Point);
    if (!point) continue;
    const { value, name } = isState ? host : place;
    placed += count;
    const drawn = circles.get(value!);
    if (drawn) drawn.count += count;
    else circles.set(value!, { id: value!, name: name!, count, point, isState });
  }
  if (meetings.totalCount > placed) unplaced.meetings = meetings.totalCount - placed;
  return [...circles.values()].sort((a, b) => b.count - a.count);
}

function arcsOf<Count extends { count: number; keys: [Key, Key] }>(
  layer: Arc["layer"],
  counts: Count[],
  numberOf: (count: Count) => number,
  unplaced: Marks["unplaced"],
): Arc[] {
  return counts.flatMap((each) => {
    const [from, to] = each.keys.map(({ value, name }) => ({ id: value ?? "", name: name ?? "unknown" })) as [
      Named,
      Named,
    ];
    const ends = [pointOf(slugOf(from.id)), pointOf(slugOf(to.id))];
    const count = numberOf(each);
    if (ends[0] && ends[1] && from.id !== to.id && count > 0)
      return [{ layer, from, to, count, ends: ends as [Point, Point] }];
    unplaced[layer] = (unplaced[layer] ?? 0) + each.count;
    return [];
  });
}

function routeOf({ id, name, geometry, approximate, stops }: RouteFound): Route {
  const located = stops.nodes.flatMap((stop) =>
    stop.latitude === null || stop.longitude === null
      ? []
      : [{ id: stop.id, name: stop.name, point: [stop.longitude, stop.latitude] as Point }],
  );
  return {
    id,
    name,
    line: geometry?.coordinates ?? located.map(({ point }) => point),
    isKnown: geometry !== null && approximate === false,
    stops: located,
  };
}

/** The filters of the map's question. @param flowYear the year of which people on the move are counted, or null for all. */
export function filtersOf({ from, until, of, measure }: MapState, flowYear: number | null): Record<string, object> {
  const isAnyTime = from === null && until === null;
  const overlaps = isAnyTime ? null : { overlaps: `${from ?? ".."}/${until ?? ".."}` };
  const state = of && { id: { eq: `country:${of}` } };
  const ended = { or: [{ closed: { overlaps: `${from}/..` } }, { closed: { exists: false } }] };
  return {
    meetings: {
      status: { eq: "HELD" },
      ...(overlaps && { date: overlaps }),
      ...(state && { countries: { some: state } }),
    },
    missions: {
      and: [
        ...(until === null ? [] : [{ opened: { overlaps: `../${until}` } }]),
        ...(from === null ? [] : [ended]),
        ...(state ? [{ or: [{ sendingState: state }, { hostState: state }] }] : []),
      ],
    },
    flows: {
      measure: { eq: measure },
      ...(flowYear !== null && { period: { certainly: String(flowYear) } }),
      nationality: {},
      agency: { country: {} },
      demographic: { exists: false },
      legalAuthority: { exists: false },
      citizenship: { exists: false },
      per: { exists: false },
      not: { place: {} },
      ...(state && { or: [{ nationality: state }, { agency: { country: state } }] }),
    },
    routes: state
      ? { or: [{ stops: { some: { countries: { some: state } } } }, { nationalities: { some: state } }] }
      : {},
  };
}
