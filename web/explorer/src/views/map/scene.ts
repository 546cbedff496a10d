/** What is drawn of the world and of the marks on it: made once, then only moved. */
import { geoEqualEarth, geoPath, type GeoPermissibleObjects } from "d3-geo";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Arc, Circle, Marks, Point, Route } from "./mapAnswer.ts";
import type { Look } from "./mapState.ts";
import { pointOf, slugOfShape, statesOfToday } from "./states.ts";

/** The size of the whole world before it is moved or made larger. */
export const world = { width: 1000, height: 487 };

const projection = geoEqualEarth().fitSize([world.width, world.height], { type: "Sphere" });

export type Place = [x: number, y: number];

/** Where a point is on the whole world. */
export function placeOn(point: Point): Place {
  return projection(point)!;
}

/** The point at a place of the whole world. */
export function pointAt(place: Place): Point {
  return projection.invert!(place) ?? [0, 0];
}

/** The states of today that the atlas draws, by slug, and the dots for those too small for it. */
export interface World {
  sphere: Path2D;
  land: Path2D;
  borders: Path2D;
  shapes: { slug: string | undefined; name: string; path: Path2D }[];
  dots: { slug: string; place: Place }[];
}

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }>; land: GeometryCollection }>;

/** Makes the world of an atlas. */
export function worldOf(atlas: unknown): World {
  const topology = atlas as Atlas;
  const { countries, land } = topology.objects;
  const pathOf = (shape: GeoPermissibleObjects): Path2D => {
    const path = new Path2D();
    geoPath(projection, path as unknown as CanvasRenderingContext2D)(shape);
    return path;
  };
  const shapes = feature(topology, countries).features.map((each) => ({
    slug: slugOfShape(each.id, each.properties.name),
    name: each.properties.name,
    path: pathOf(each),
  }));
  const drawn = new Set(shapes.map(({ slug }) => slug));
  return {
    sphere: pathOf({ type: "Sphere" }),
    land: pathOf(feature(topology, land)),
    borders: pathOf(mesh(topology, countries, (a, b) => a !== b)),
    shapes,
    dots: statesOfToday.filter((slug) => !drawn.has(slug)).map((slug) => ({ slug, place: placeOn(pointOf(slug)!) })),
  };
}

/** Arcs of one layer and one width. */
export interface Bundle {
  layer: Arc["layer"];
  width: number;
  path: Path2D;
  heads: { place: Place; angle: number }[];
}

/** The marks, placed. */
export interface Scene {
  bundles: Bundle[];
  circles: (Circle & { place: Place; radius: number })[];
  routes: (Route & { path: Path2D; placedStops: { name: string; place: Place }[] })[];
}

const widths = [0.9, 1.6, 2.8, 4.5, 7, 11];

/** Places the marks. */
export function sceneOf({ circles, arcs, routes }: Marks): Scene {
  const most = Math.max(1, ...circles.map(({ count }) => count));
  return {
    bundles: (["missions", "flows"] as const).flatMap((layer) => bundlesOf(layer, arcs)),
    circles: circles.map((circle) => ({
      ...circle,
      place: placeOn(circle.point),
      radius: 26 * Math.sqrt(circle.count / most),
    })),
    routes: routes.map((route) => {
      const path = new Path2D();
      route.line.map(placeOn).forEach(([x, y], index) => (index === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
      return { ...route, path, placedStops: route.stops.map(({ name, point }) => ({ name, place: placeOn(point) })) };
    }),
  };
}

function bundlesOf(layer: Arc["layer"], all: readonly Arc[]): Bundle[] {
  const arcs = all.filter((each) => each.layer === layer);
  const most = Math.max(1, ...arcs.map(({ count }) => count));
  const bundles = widths.map((width) => ({ layer, width, path: new Path2D(), heads: [] as Bundle["heads"] }));
  for (const { ends, count } of arcs) {
    const [start, end] = ends.map(placeOn) as [Place, Place];
    const bend = 0.16;
    const [dx, dy] = [end[0] - start[0], end[1] - start[1]];
    // Bent to the same side as seen from the start, so that both directions can be seen.
    const middle: Place = [(start[0] + end[0]) / 2 + dy * bend, (start[1] + end[1]) / 2 - dx * bend];
    const share = Math.sqrt(count / most);
    const bundle = bundles[Math.min(widths.length - 1, Math.floor(share * widths.length))]!;
    bundle.path.moveTo(...start);
    bundle.path.quadraticCurveTo(...middle, ...end);
    bundle.heads.push({ place: end, angle: Math.atan2(end[1] - middle[1], end[0] - middle[0]) });
  }
  return bundles.filter(({ heads }) => heads.length > 0);
}

/** How the whole world is moved: places times `scale`, plus `x` and `y`. */
export interface View {
  scale: number;
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

/** The scale at which the whole world is seen. */
export function smallestScale({ width, height }: Size): number {
  return Math.min(width / world.width, height / world.height);
}

/** The view of a look; without one, that of the whole world. */
export function viewOf(look: Look | null, size: Size): View {
  const scale = smallestScale(size) * (look?.zoom ?? 1);
  const [x, y] = look ? placeOn([look.longitude, look.latitude]) : [world.width / 2, world.height / 2];
  return { scale, x: size.width / 2 - x * scale, y: size.height / 2 - y * scale };
}

/** The look of a view. */
export function lookOf({ scale, x, y }: View, size: Size): Look {
  const [longitude, latitude] = pointAt([(size.width / 2 - x) / scale, (size.height / 2 - y) / scale]);
  return { longitude, latitude, zoom: scale / smallestScale(size) };
}
