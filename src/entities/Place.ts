import { GraphQLLatitude, GraphQLLongitude } from "graphql-scalars";
import { Float } from "type-graphql";
import { Type, Property, enumeration } from "../graph/model/declare.ts";
import type { Connection } from "../graph/connection.ts";
import { Many, One } from "../graph/model/relations.ts";
import type { Country } from "./Country.ts";
import { Entity } from "./Entity.ts";
import type { Flow } from "./Flow.ts";
import type { Meeting } from "./Meeting.ts";
import type { MigrationRoute } from "./MigrationRoute.ts";
import type { Mission } from "./Mission.ts";
import type { RelationEvent } from "./RelationEvent.ts";
import type { Statement } from "./Statement.ts";

export const PlaceKind = enumeration("PlaceKind", "The kind of place.", {
  CITY: "A city, a town or a village.",
  CROSSING: "A border crossing or a port of entry.",
  BORDER: "A border between countries.",
  SECTOR: "A district of a border authority.",
  REGION: "A region, which may span countries.",
  SITE: "A building or a site: a shelter, a camp, a palace.",
  POINT: "A point, such as that of an incident.",
  SEA: "A sea, a lake or a river.",
});

@Type("A city, a crossing, a border or a region.", { searched: 1.5, hub: true, elsewhere: ["schema:Place"] })
export class Place extends Entity {
  @Property(() => PlaceKind, "The kind of place.", { required: true })
  declare kind: keyof typeof PlaceKind;

  @Property(() => GraphQLLatitude, "Degrees north, WGS 84. Null for a region without one point.", {
    datatype: "float",
    elsewhere: "schema:latitude",
  })
  declare latitude: number | null;

  @Property(() => GraphQLLongitude, "Degrees east, WGS 84. Null for a region without one point.", {
    datatype: "float",
    elsewhere: "schema:longitude",
  })
  declare longitude: number | null;

  @Property(() => Float, "The maximum distance of the point from the centre of the place, in kilometres.")
  declare coordinatePrecision: number | null;

  @Many("Country", "The countries in which it lies.", { edge: "IN_COUNTRY" })
  declare countries: Connection<Country>;

  @One("Place", "The larger place that it lies in.", { edge: "PART_OF_PLACE", elsewhere: "schema:containedInPlace" })
  declare partOf: Place | null;

  @Many("Place", "The smaller places in it.", { inverse: "partOf" })
  declare parts: Connection<Place>;

  @Many("Meeting", "The meetings held or planned here.", { inverse: "place" })
  declare meetings: Connection<Meeting>;

  @Many("Meeting", "The meetings held elsewhere that also came here.", { inverse: "otherPlaces" })
  declare meetingsInPassing: Connection<Meeting>;

  @Many("Mission", "The missions with their seat here.", { inverse: "seat" })
  declare missions: Connection<Mission>;

  @Many("RelationEvent", "The changes of missions that had their seat here afterwards.", { inverse: "missionSeat" })
  declare missionChanges: Connection<RelationEvent>;

  @Many("MigrationRoute", "The migration routes with a stop here.", { inverse: "stops" })
  declare routes: Connection<MigrationRoute>;

  @Many("MigrationRoute", "The migration routes used by people from here.", { inverse: "regionsOfOrigin" })
  declare routesOfPeople: Connection<MigrationRoute>;

  @Many("Flow", "The numbers of people observed here.", { inverse: "place" })
  declare flows: Connection<Flow>;

  @Many("Statement", "What was said here.", { inverse: "place" })
  declare statements: Connection<Statement>;
}
