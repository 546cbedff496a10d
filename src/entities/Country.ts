import { Type, Property, enumeration } from "../graph/model/declare.ts";
import { EDTFDate } from "../graph/edtf.ts";
import type { Connection } from "../graph/connection.ts";
import { Many } from "../graph/model/relations.ts";
import { Actor } from "./Actor.ts";
import type { BilateralRelation } from "./BilateralRelation.ts";
import type { Flow } from "./Flow.ts";
import type { Meeting } from "./Meeting.ts";
import type { MigrationRoute } from "./MigrationRoute.ts";
import type { Official } from "./Official.ts";
import type { Organization } from "./Organization.ts";
import type { Participation } from "./Participation.ts";
import type { Place } from "./Place.ts";
import type { Post } from "./Post.ts";
import type { RelationEvent } from "./RelationEvent.ts";
import type { Tenure } from "./Tenure.ts";

export const CountryStatus = enumeration("CountryStatus", "Whether a state exists today.", {
  PRESENT: "It exists today.",
  FORMER: "It no longer exists; its successors are named where they are known.",
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

  @Property(() => String, "Its code of two letters in ISO 3166-1: `MX`. Null for a state that has none.", { key: true })
  declare isoAlpha2: string | null;

  @Property(() => String, "Its code of three letters in ISO 3166-1: `MEX`. Null for a state that has none.", {
    key: true,
  })
  declare isoAlpha3: string | null;

  @Property(() => String, "Its code of three digits in ISO 3166-1: `484`. Null for a state that has none.", {
    key: true,
  })
  declare isoNumeric: string | null;

  @Property(
    () => String,
    "Its code in GEC, the list that the World Factbook uses, once FIPS 10-4: `SZ` is Switzerland. Null for a state that has none.",
    { key: true },
  )
  declare gec: string | null;

  @Property(
    () => [String],
    "The words for it in the addresses of the Office of the Historian: `turkey` and `turkiye` are one state.",
    { key: "historianSlug" },
  )
  declare historianSlugs: string[];

  @Property(() => EDTFDate, "From when it existed, where a source says so.")
  declare founded: EDTFDate | null;

  @Property(() => EDTFDate, "When it ceased to exist, where a source says so.")
  declare dissolved: EDTFDate | null;

  @Many("Country", "The countries that it shares a border with.", {
    edge: "BORDERS",
    inverse: "borders",
  })
  declare borders: Connection<Country>;

  @Many("Country", "The states that came after it.", { edge: "SUCCEEDED_BY" })
  declare successors: Connection<Country>;

  @Many("Country", "The states that it came after.", { inverse: "successors" })
  declare predecessors: Connection<Country>;

  @Many("Organization", "Its ministries, agencies, parties and other bodies.", { inverse: "country" })
  declare organizations: Connection<Organization>;

  @Many("Post", "The offices in its service.", { inverse: "country" })
  declare posts: Connection<Post>;

  @Many("Post", "The offices of other states that are accredited to it: their ambassadors.", {
    inverse: "accreditedTo",
  })
  declare accreditedPosts: Connection<Post>;

  @Many("Official", "The officials known to have served it.", { inverse: "country" })
  declare officials: Connection<Official>;

  @Many("Tenure", "The tenures whose holders resided in it.", { inverse: "residentAt" })
  declare residentTenures: Connection<Tenure>;

  @Many("Meeting", "The meetings that it took part in as a state.", { through: ["participations", "meeting"] })
  declare meetings: Connection<Meeting>;

  @Many("Meeting", "The meetings that it was host of.", { inverse: "host" })
  declare hostedMeetings: Connection<Meeting>;

  @Many("Participation", "Its own part in meetings, as a state.", { inverse: "country" })
  declare participations: Connection<Participation>;

  @Many("Participation", "The part that officials took in meetings on its behalf.", { inverse: "onBehalfOf" })
  declare representations: Connection<Participation>;

  @Many("Place", "The places and regions that lie in it, in whole or in part.", { inverse: "countries" })
  declare places: Connection<Place>;

  @Many("BilateralRelation", "Its relations with other states, one for each.", { inverse: "countries" })
  declare bilateralRelations: Connection<BilateralRelation>;

  @Many("RelationEvent", "The changes in relations that it made.", { inverse: "by" })
  declare relationEvents: Connection<RelationEvent>;

  @Many("RelationEvent", "The changes in relations that others made toward it.", { inverse: "toward" })
  declare relationEventsToward: Connection<RelationEvent>;

  @Many("MigrationRoute", "The migration routes that stop in it.", { through: ["places", "routes"] })
  declare routes: Connection<MigrationRoute>;

  @Many("MigrationRoute", "The migration routes that its nationals use.", { inverse: "nationalities" })
  declare routesOfNationals: Connection<MigrationRoute>;

  @Many("Flow", "The numbers observed of its nationals.", { inverse: "nationality" })
  declare flowsOfNationals: Connection<Flow>;

  @Many("Flow", "The numbers observed at its borders.", { inverse: "atBorderOf" })
  declare flowsAtBorder: Connection<Flow>;
}
