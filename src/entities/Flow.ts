import { Int } from "type-graphql";
import { Type, Property, enumeration } from "../graph/model/declare.ts";
import { Duration } from "../graph/duration.ts";
import { EDTFDate } from "../graph/edtf.ts";
import type { Connection } from "../graph/connection.ts";
import type { SumRule } from "../graph/model/declarations.ts";
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
  EXPULSIONS: "People expelled at once under public health law (Title 42), without a decision on their stay.",
  INADMISSIBLES: "People found inadmissible at ports of entry.",
  REPATRIATIONS: "People returned to their country.",
  DEPARTURES: "People who set out from a place.",
  DEATHS: "People who died, with those presumed dead if the source counts them so.",
  MISSING: "People missing, presumed dead or not.",
  SURVIVORS: "People who survived an incident.",
  STOCK: "People present at one time, such as refugees in a state. Not to be added up over time.",
  ASYLUM_APPLICATIONS: "Applications for asylum or another protection.",
  RETURNS: "People who went back to their country or home, by themselves or with help.",
  OTHER: "What `measureName` says.",
});

export const FlowUnit = enumeration("FlowUnit", "What one in a number is.", {
  PEOPLE: "A person, counted once.",
  EVENTS: "An event: a person may have several, and counts in each.",
  CASES: "A case or a file, of one person or of several.",
  HOUSEHOLDS: "A household.",
});

export const FlowAddition = enumeration("FlowAddition", "How numbers of a measure may be added up.", {
  OVER_ALL: "Over periods, places and groups of people, as far as they don't overlap.",
  NOT_OVER_TIME: "Over places and groups of people at the same time, and not over time: a stock.",
  NEVER: "Not at all: an average, a share, an index.",
});

export const FlowQualifier = enumeration("FlowQualifier", "How to read the number.", {
  EXACTLY: "The exact number.",
  ABOUT: "Close to the number.",
  AT_LEAST: "The number, or more.",
  UNQUANTIFIED: "Only words: thousands, fewer, more than before.",
});

export const FlowTrend = enumeration("FlowTrend", "How a number changed.", {
  INCREASE: "It rose.",
  DECREASE: "It fell.",
});

const sums: SumRule[] = [
  { word: "SEVERAL_MEASURES", alike: ["measure", "measureName"] },
  { word: "SEVERAL_UNITS", compatible: ["unit"] },
  { word: "RATES", alone: true, among: { per: "any" } },
  { word: "NEVER", alone: true, among: { addition: ["NEVER"] } },
  { word: "STOCK_OVER_TIME", alike: ["period"], among: { measure: ["STOCK"], addition: ["NOT_OVER_TIME"] } },
  { word: "TOTALS_AND_PARTS", allOrNone: ["nationality", "citizenship"] },
  { word: "TOTALS_AND_PARTS", allOrNone: ["demographic"] },
  { word: "TOTALS_AND_PARTS", allOrNone: ["legalAuthority"] },
];

/** Fields that restrict a number to some of the people, or to a day. */
const parts = ["citizenship", "demographic", "legalAuthority", "per"];

@Type("One observed number of people on the move: what, where, when, and how to read it.", {
  order: ["period"],
  time: { isMoment: true },
  searched: 0,
  recordFields: [
    "name",
    "measure",
    "measureName",
    "unit",
    "addition",
    "count",
    "qualifier",
    "period",
    "nationality",
    "citizenship",
    "cause",
    "demographic",
    "legalAuthority",
    "agency",
    "place",
    "method",
  ],
  elsewhere: ["schema:Observation"],
  // A border has hundreds of numbers per month, and a few totals.
  partialIndexes: [
    { name: "totalPlaceId", of: "place", without: ["nationality", ...parts] },
    { name: "totalNationalityId", of: "nationality", without: ["place", ...parts] },
  ],
})
export class Flow extends Entity {
  @Property(() => FlowMeasure, "What was counted.", {
    required: true,
    needs: { OTHER: ["measureName", "unit", "addition"] },
  })
  declare measure: keyof typeof FlowMeasure;

  @Property(() => String, "What was counted, in the source's words. Null if `measure` says it.", { grouped: true })
  declare measureName: string | null;

  @Property(() => FlowUnit, "What one in the number is. Null if the source doesn't say.")
  declare unit: keyof typeof FlowUnit | null;

  @Property(() => FlowAddition, "How such numbers may be added up. Null if `measure` says it.")
  declare addition: keyof typeof FlowAddition | null;

  @Property(() => Int, "The number. Null if the source gives only words.", { sums })
  declare count: number | null;

  @Property(() => FlowQualifier, "How to read the number.", { required: true })
  declare qualifier: keyof typeof FlowQualifier;

  @Property(() => FlowTrend, "The change from the previous period.")
  declare trend: keyof typeof FlowTrend | null;

  @Property(() => EDTFDate, "The period of observation.")
  declare period: EDTFDate | null;

  @Property(() => Duration, "The unit of time of a rate: `P1D` for a number per day. Null if the number is not a rate.")
  declare per: string | null;

  @Property(() => String, "How it was counted, or who reported it.", { wording: true })
  declare method: string | null;

  @Property(() => String, "What the number is put down to, in the source's words: drowning, a vehicle accident.", {
    grouped: true,
  })
  declare cause: string | null;

  @Property(() => String, "The family status or age group counted, in the source's words. Null if all were counted.", {
    grouped: true,
  })
  declare demographic: string | null;

  @Property(
    () => String,
    "The group of citizenships counted, in the source's words: `Other`. Null for one country (see `nationality`) or all.",
    { grouped: true },
  )
  declare citizenship: string | null;

  @Property(() => String, "The law applied: `Title 42`. Null if the source doesn't distinguish.", {
    grouped: true,
  })
  declare legalAuthority: string | null;

  @One("Organization", "The body that counted. Null if unknown, or for all bodies together.", { foreignKey: true })
  declare agency: Organization | null;

  @One("Country", "The state whose nationals were counted. Null for all, or for a group: see `citizenship`.", {
    foreignKey: true,
  })
  declare nationality: Country | null;

  @One("Place", "Where it was observed.", { foreignKey: true })
  declare place: Place | null;

  @Many(
    "Country",
    "The countries at whose common border it was observed, if named. For a border as `place`, see also its `countries`.",
    { edge: "AT_BORDER_OF" },
  )
  declare atBorderOf: Connection<Country>;

  @One("MigrationRoute", "The migration route along which it was observed.", { foreignKey: true })
  declare route: MigrationRoute | null;
}
