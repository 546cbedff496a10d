import { GraphQLJSONObject } from "graphql-scalars";
import { z } from "zod";
import { Type, Property } from "../graph/model/declare.ts";
import type { Connection } from "../graph/connection.ts";
import { Many } from "../graph/model/relations.ts";
import type { Country } from "./Country.ts";
import { Entity } from "./Entity.ts";
import type { Flow } from "./Flow.ts";
import type { Place } from "./Place.ts";

const lineString = z.strictObject({
  type: z.literal("LineString"),
  coordinates: z.array(z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])).min(2),
});

@Type("A route by which people migrate across countries: an ordered list of places.", {
  searched: 1.5,
  elsewhere: ["schema:Trip"],
})
export class MigrationRoute extends Entity {
  @Many("Place", "The stops, from beginning to end.", {
    edge: "STOPS_AT",
    ordered: true,
    elsewhere: "schema:itinerary",
  })
  declare stops: Connection<Place>;

  @Many("Country", "The countries in which its stops lie.", { through: ["stops", "countries"] })
  declare countries: Connection<Country>;

  @Many("Country", "The countries whose nationals use it.", {
    edge: "USED_BY_NATIONALS_OF",
  })
  declare nationalities: Connection<Country>;

  @Many("Place", "The regions whose people use it, where sources name a region and not a country.", {
    edge: "USED_BY_PEOPLE_FROM",
  })
  declare regionsOfOrigin: Connection<Place>;

  @Property(() => String, "How people travel on it: on foot, by bus, by train.")
  declare meansOfTravel: string | null;

  @Property(() => GraphQLJSONObject, "Its line on the map: a GeoJSON LineString (RFC 7946), longitude first.", {
    datatype: "json",
    parse: (value) => lineString.parse(value),
  })
  declare geometry: object | null;

  @Property(
    () => Boolean,
    "Whether the line is a sketch from a few points rather than the actual path. Null if there is no line.",
  )
  declare approximate: boolean | null;

  @Many("Flow", "The numbers of people observed along it.", { inverse: "route" })
  declare flows: Connection<Flow>;
}
