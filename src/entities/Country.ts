import { Type, Property, enumeration } from "../graph/model/declare.ts";
import { EDTFDate } from "../graph/edtf.ts";
import type { Connection } from "../graph/connection.ts";
import { Many } from "../graph/model/relations.ts";
import { Actor } from "./Actor.ts";
import type { BilateralRelation } from "./BilateralRelation.ts";
import type { Flow } from "./Flow.ts";
import type { Meeting } from "./Meeting.ts";
import type { MigrationRoute } from "./MigrationRoute.ts";
import type { Mission } from "./Mission.ts";
import type { Official } from "./Official.ts";
import type { Organization } from "./Organization.ts";
import type { Participation } from "./Participation.ts";
import type { Place } from "./Place.ts";
import type { Post } from "./Post.ts";
import type { RelationEvent } from "./RelationEvent.ts";
import type { Tenure } from "./Tenure.ts";

export const CountryStatus = enumeration("CountryStatus", "Whether a state exists today.", {
  PRESENT: "It exists today.",
  FORMER: "It no longer exists; see its successors, if known.",
});

@Type("A state, present or past.", {
  hub: true,
  plural: "countries",
  searched: 2,
  time: { from: "founded", until: "dissolved" },
  elsewhere: ["schema:Country"],
})
export class Country extends Actor {
  @Property(() => CountryStatus, "Whether it exists today.")
  declare status: keyof typeof CountryStatus | null;

  @Property(() => String, "ISO 3166-1 alpha-2 code: `MX`. Null if it has none.", { key: true, upperCase: true })
  declare isoAlpha2: string | null;

  @Property(() => String, "ISO 3166-1 alpha-3 code: `MEX`. Null if it has none.", {
    key: true,
    upperCase: true,
  })
  declare isoAlpha3: string | null;

  @Property(() => String, "ISO 3166-1 numeric code: `484`. Null if it has none.", {
    key: true,
  })
  declare isoNumeric: string | null;

  @Property(
    () => String,
    "GEC code (formerly FIPS 10-4), used by the World Factbook: `SZ` is Switzerland. Null if it has none.",
    { key: true, upperCase: true },
  )
  declare gec: string | null;

  @Property(
    () => [String],
    "Its names in URLs of the U.S. Office of the Historian: `turkey` and `turkiye` for one state.",
    {
      key: "historianSlug",
    },
  )
  declare historianSlugs: string[];

  @Property(() => EDTFDate, "When it came into existence.")
  declare founded: EDTFDate | null;

  @Property(() => EDTFDate, "When it ceased to exist.")
  declare dissolved: EDTFDate | null;

  @Many("Country", "The countries that share a border with it.", {
    edge: "BORDERS",
    inverse: "borders",
  })
  declare borders: Connection<Country>;

  @Many("Country", "The states that succeeded it.", { edge: "SUCCEEDED_BY" })
  declare successors: Connection<Country>;

  @Many("Country", "The states that it succeeded.", { inverse: "successors" })
  declare predecessors: Connection<Country>;

  @Many("Organization", "Its ministries, agencies, parties and other bodies.", { inverse: "country" })
  declare organizations: Connection<Organization>;

  @Many("Post", "The offices in its service.", { inverse: "country" })
  declare posts: Connection<Post>;

  @Many("Post", "The offices of other states that are accredited to it, such as their ambassadors.", {
    inverse: "accreditedTo",
  })
  declare accreditedPosts: Connection<Post>;

  @Many("Mission", "The missions that it sends: its embassies, consulates and others, in other states and to bodies.", {
    inverse: "sendingState",
  })
  declare missionsAbroad: Connection<Mission>;

  @Many("Mission", "The missions of other states in it.", { inverse: "hostState" })
  declare missionsHosted: Connection<Mission>;

  @Many("Mission", "The missions of other states accredited to it, including those without a seat in it.", {
    inverse: "accreditedTo",
  })
  declare missionsAccredited: Connection<Mission>;

  @Many("Official", "The officials known to have served it.", { inverse: "country" })
  declare officials: Connection<Official>;

  @Many("Tenure", "The tenures whose holders resided in it.", { inverse: "residentAt" })
  declare residentTenures: Connection<Tenure>;

  @Many("Meeting", "The meetings that it took part in as a state.", { through: ["participations", "meeting"] })
  declare meetings: Connection<Meeting>;

  @Many("Meeting", "The meetings that it hosted.", { inverse: "host" })
  declare hostedMeetings: Connection<Meeting>;

  @Many("Participation", "The participations of the state itself in meetings.", { inverse: "country" })
  declare participations: Connection<Participation>;

  @Many("Participation", "The participations of officials in meetings on its behalf.", { inverse: "onBehalfOf" })
  declare representations: Connection<Participation>;

  @Many("Place", "The places and regions that lie wholly or partly in it.", { inverse: "countries" })
  declare places: Connection<Place>;

  @Many("BilateralRelation", "Its relations with other states, one per state.", { inverse: "countries" })
  declare bilateralRelations: Connection<BilateralRelation>;

  @Many("RelationEvent", "The changes that it made in its relations with other states.", { inverse: "actor" })
  declare relationEvents: Connection<RelationEvent>;

  @Many("RelationEvent", "The changes that other states made in their relations with it.", { inverse: "toward" })
  declare relationEventsToward: Connection<RelationEvent>;

  @Many("MigrationRoute", "The migration routes with a stop in it.", { through: ["places", "routes"] })
  declare routes: Connection<MigrationRoute>;

  @Many("MigrationRoute", "The migration routes that its nationals use.", { inverse: "nationalities" })
  declare routesOfNationals: Connection<MigrationRoute>;

  @Many("Flow", "The numbers of its nationals on the move.", { inverse: "nationality" })
  declare flowsOfNationals: Connection<Flow>;

  @Many("Flow", "The numbers of people observed at its borders.", { inverse: "atBorderOf" })
  declare flowsAtBorder: Connection<Flow>;
}
