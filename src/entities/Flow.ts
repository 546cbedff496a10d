import { Int } from "type-graphql";
import { Type, Property, enumeration } from "../graph/model/declare.ts";
import { Duration } from "../graph/duration.ts";
import { EDTFDate } from "../graph/edtf.ts";
import type { Connection } from "../graph/connection.ts";
import { Many, One } from "../graph/model/relations.ts";
import type { Country } from "./Country.ts";
import { Entity } from "./Entity.ts";
import type { MigrationRoute } from "./MigrationRoute.ts";
import type { Organization } from "./Organization.ts";
import type { Place } from "./Place.ts";

export const FlowMeasure = enumeration("FlowMeasure", "What was counted.", {
  APPREHENSIONS: "People taken into custody between ports of entry.",
  ENCOUNTERS: "People met by border authorities, at and between ports of entry.",
  CROSSINGS: "People who crossed a border.",
  EXPULSIONS: "People expelled at once under public health law, Title 42, without a decision on their stay.",
  INADMISSIBLES: "People found inadmissible at ports of entry.",
  REPATRIATIONS: "People returned to their country.",
  DEPARTURES: "People who set out from a place.",
});

export const FlowQualifier = enumeration("FlowQualifier", "How the number is to be read.", {
  EXACTLY: "It is the number.",
  ABOUT: "It is near the number.",
  AT_LEAST: "It is the number or more.",
  UNQUANTIFIED: "Words and no number: thousands, fewer, more than before.",
});

export const FlowTrend = enumeration("FlowTrend", "How a number changed.", {
  INCREASE: "It rose.",
  DECREASE: "It fell.",
});

/** What makes a number one of some of the people only, or of a day. */
const parts = ["citizenship", "demographic", "legalAuthority", "per"];

@Type("One observed number of people on the move: what, where, when, and how it is to be read.", {
  order: ["period"],
  time: { isMoment: true },
  searched: 0,
  recordFields: [
    "name",
    "measure",
    "count",
    "qualifier",
    "period",
    "nationality",
    "citizenship",
    "demographic",
    "legalAuthority",
    "agency",
    "place",
    "method",
  ],
  elsewhere: ["schema:Observation"],
  // At a border there are hundreds of numbers in each month, and a few that hold them all.
  partialIndexes: [
    { name: "totalPlaceId", of: "place", without: ["nationality", ...parts] },
    { name: "totalNationalityId", of: "nationality", without: ["place", ...parts] },
  ],
})
export class Flow extends Entity {
  @Property(() => FlowMeasure, "What was counted.", { required: true })
  declare measure: keyof typeof FlowMeasure;

  @Property(() => Int, "The number. Null when the source gives words and no number.")
  declare count: number | null;

  @Property(() => FlowQualifier, "How the number is to be read.", { required: true })
  declare qualifier: keyof typeof FlowQualifier;

  @Property(() => FlowTrend, "How it changed against the time before, where that is what the source says.")
  declare trend: keyof typeof FlowTrend | null;

  @Property(() => EDTFDate, "The time that it was observed in.")
  declare period: EDTFDate | null;

  @Property(() => Duration, "The time that the number is for, where it is a rate: `P1D` for so many a day.")
  declare per: string | null;

  @Property(() => String, "How it was counted, or who told it, where the source says.", { wording: true })
  declare method: string | null;

  @Property(() => String, "The family status or age counted, as the source words it. Null for all.", { grouped: true })
  declare demographic: string | null;

  @Property(
    () => String,
    "The citizenship as the source groups it, where that is not one country: `Other`. Null for one country, and for all.",
    { grouped: true },
  )
  declare citizenship: string | null;

  @Property(() => String, "The law under which it was done, where the source tells them apart: `Title 42`.", {
    grouped: true,
  })
  declare legalAuthority: string | null;

  @One("Organization", "The body that counted. Null when it is not told, or for all.", { foreignKey: true })
  declare agency: Organization | null;

  @One("Country", "Whose nationals were counted. Null for all.", { foreignKey: true })
  declare nationality: Country | null;

  @One("Place", "Where it was observed.", { foreignKey: true })
  declare place: Place | null;

  @Many(
    "Country",
    "The countries at whose common border it was observed, where a source names them. A place that is a border tells its countries itself.",
    { edge: "AT_BORDER_OF" },
  )
  declare atBorderOf: Connection<Country>;

  @One("MigrationRoute", "The route along which it was observed.", { foreignKey: true })
  declare route: MigrationRoute | null;
}
