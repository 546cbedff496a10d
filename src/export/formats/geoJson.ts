/** GeoJSON (RFC 7946): a feature for each item that has a place on the map. */
import { nodeQuery } from "../../graph/listQueries.ts";
import { batchSize, type ExportNode } from "../nodes.ts";
import type { Access } from "../selection.ts";
import { lineThrough, type Geometry, type Position } from "./geometry.ts";
import { chosenOf, columnsOf, type Format } from "./format.ts";

/** The fields that the geometry holds. */
const held = ["latitude", "longitude", "geometry"];

export const geoJson: Format = {
  name: "geojson",
  description: "GeoJSON: a map of places, routes, and whatever happened at a place",
  contentType: "application/geo+json",
  columns: (types) => columnsOf(types).filter((name) => !held.includes(name)),
  async *write(selection, { title, request, edition }, access, columns) {
    const withoutCoordinates: Record<string, number> = {};
    const head = JSON.stringify({ type: "FeatureCollection", title, request, edition });
    yield `${head.slice(0, -1)},"features":[\n`;
    let before = "";
    for await (const [item, geometry] of located(selection.items(), access)) {
      const { name } = item.type;
      if (geometry === null) withoutCoordinates[name] = (withoutCoordinates[name] ?? 0) + 1;
      else {
        yield before + JSON.stringify(featureOf(item, geometry, columns));
        before = ",\n";
      }
    }
    const sources = access.sources.all().map(({ id, name, address }) => {
      return { id, name, address, licence: access.sources.licenceOf(id) };
    });
    yield `\n],${JSON.stringify({ withoutCoordinates, sources }).slice(1)}\n`;
  },
};

function featureOf(
  { id, type, values, sources, licences }: ExportNode,
  geometry: Geometry,
  columns?: readonly string[],
) {
  const { latitude: _, longitude: __, geometry: line, ...others } = values;
  const all: Record<string, unknown> = { id, type: type.name, ...others, sources, licences };
  // A line through its stops is a sketch, whatever the sources say of none.
  if (type.name === "MigrationRoute" && line === undefined) all.approximate = true;
  return { type: "Feature", id, geometry, properties: columns ? chosenOf(all, columns) : all };
}

/** Items with their geometry, null for those that have none. */
async function* located(
  items: AsyncIterable<ExportNode>,
  access: Access,
): AsyncGenerator<[item: ExportNode, geometry: Geometry | null]> {
  let batch: ExportNode[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < batchSize) continue;
    yield* await geometries(batch, access);
    batch = [];
  }
  yield* await geometries(batch, access);
}

async function geometries(items: ExportNode[], { read }: Access): Promise<[ExportNode, Geometry | null][]> {
  const places = [...new Set(items.flatMap(placesOf))];
  const rows =
    places.length === 0 ? [] : await read(nodeQuery(), { values: places, columns: ["longitude", "latitude"] });
  const points = new Map(
    (rows as [string, string, (number | null)[]][]).map(([asked, , [longitude, latitude]]) => [
      asked,
      pointOf(longitude, latitude),
    ]),
  );
  return items.map((item) => [item, geometryOf(item, points)]);
}

/** The ids of the places by which an item is on the map. */
function placesOf({ values: { geometry, place, stops } }: ExportNode): string[] {
  if (geometry !== undefined) return [];
  return [place, ...((stops as string[] | undefined) ?? [])].filter((id) => typeof id === "string");
}

function geometryOf(item: ExportNode, points: Map<string, Position | null>): Geometry | null {
  const { geometry, longitude, latitude } = item.values;
  if (geometry !== undefined) return lineThrough((geometry as { coordinates: Position[] }).coordinates);
  const positions = placesOf(item).flatMap((id) => {
    const point = points.get(id);
    return point ? [point] : [];
  });
  if (item.values.stops !== undefined) return lineThrough(positions);
  const point = pointOf(longitude, latitude) ?? positions[0];
  return point ? { type: "Point", coordinates: point } : null;
}

function pointOf(longitude: unknown, latitude: unknown): Position | null {
  return typeof longitude === "number" && typeof latitude === "number" ? [longitude, latitude] : null;
}
