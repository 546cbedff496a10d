import { EDTFDate } from "../graph/edtf.ts";
import { Type, Property, enumeration } from "../graph/model/declare.ts";
import type { Connection } from "../graph/connection.ts";
import { Many, One } from "../graph/model/relations.ts";
import type { Country } from "./Country.ts";
import { Entity } from "./Entity.ts";
import type { Organization } from "./Organization.ts";
import type { Place } from "./Place.ts";
import type { Post } from "./Post.ts";
import type { RelationEvent } from "./RelationEvent.ts";
import type { Tenure } from "./Tenure.ts";

export const MissionKind = enumeration("MissionKind", "The kind of mission.", {
  EMBASSY: "An embassy, led by an ambassador.",
  HIGH_COMMISSION: "An embassy between states of the Commonwealth.",
  NUNCIATURE: "An embassy of the Holy See.",
  LEGATION: "A legation, led by a minister or a chargé d'affaires.",
  INTERESTS_SECTION: "A section for a state's interests in the embassy of another, without diplomatic relations.",
  LIAISON_OFFICE: "A liaison office, as a rule before diplomatic relations or an embassy.",
  REPRESENTATIVE_OFFICE: "The office of a representative who isn't an envoy.",
  PERMANENT_MISSION: "A mission to an international organization.",
  CONSULATE_GENERAL: "A consulate general.",
  CONSULATE: "A consulate.",
  CONSULAR_AGENCY: "A consular agency.",
});

export const MissionRank = enumeration("MissionRank", "The class of the head of a mission.", {
  AMBASSADOR: "An ambassador.",
  MINISTER: "An envoy extraordinary, a minister plenipotentiary or a minister.",
  MINISTER_RESIDENT: "A minister resident.",
  CHARGE_D_AFFAIRES: "A chargé d'affaires, accredited to a foreign ministry.",
  OTHER: "Another: an agent, a commissioner, a representative, a principal officer.",
});

@Type("A mission of one state in another or to an organization: an embassy, a legation, a consulate.", {
  order: ["opened", "attested", "closed"],
  time: { until: "closed", except: "interruptions" },
  searched: 1.2,
  elsewhere: ["schema:GovernmentOffice", "org:OrganizationalUnit"],
})
export class Mission extends Entity {
  @Property(
    () => MissionKind,
    "Its kind: the latest, if it changed. Each change is among its `events`. Null if no source says what it became.",
  )
  declare kind: keyof typeof MissionKind | null;

  @Property(() => MissionRank, "The class of its latest head. Null for a consulate, or if no source says.")
  declare rank: keyof typeof MissionRank | null;

  @One("Country", "The state that sends it.", { edge: "SENT_BY", required: true })
  declare sendingState: Country;

  @One("Country", "The state in which it has its seat. Null if no state was there yet, or if no source says.", {
    edge: "STANDS_IN",
  })
  declare hostState: Country | null;

  @Many("Country", "The states to which it is or was accredited: its host state, and others in which it has no seat.", {
    edge: "MISSION_TO",
  })
  declare accreditedTo: Connection<Country>;

  @One("Organization", "The international body to which it is accredited. Null if none.", {
    edge: "MISSION_TO_ORGANIZATION",
  })
  declare accreditedToOrganization: Organization | null;

  @One("Place", "The city of its seat: the latest, if it moved. Each move is among its `events`.", {
    edge: "SEATED_IN",
    elsewhere: "schema:location",
  })
  declare seat: Place | null;

  @Property(() => EDTFDate, "When it was first opened.", {
    elsewhere: { first: "schema:foundingDate", last: "schema:foundingDate" },
  })
  declare opened: EDTFDate | null;

  @Property(() => EDTFDate, "When it was raised to an embassy, or a consulate to a consulate general.")
  declare raised: EDTFDate | null;

  @Property(() => EDTFDate, "When it was closed for good, as far as sources know, or its host state came to an end.", {
    elsewhere: { first: "schema:dissolutionDate", last: "schema:dissolutionDate" },
  })
  declare closed: EDTFDate | null;

  @Property(() => [EDTFDate], "The periods in which it was closed: from a closing to the next opening.")
  declare interruptions: EDTFDate[];

  @Property(
    () => [EDTFDate],
    "Days and periods for which sources show it at work, without saying when it was opened or closed.",
  )
  declare attested: EDTFDate[];

  @Many("Post", "The offices of its heads: ambassador, minister, chief of mission.", { inverse: "mission" })
  declare posts: Connection<Post>;

  @Many("Tenure", "Its heads, with dates, and those appointed who never served; see `status`.", {
    through: ["posts", "tenures"],
  })
  declare heads: Connection<Tenure>;

  @Many("RelationEvent", "Its openings, changes of rank, moves and closings, oldest first.", { inverse: "missions" })
  declare events: Connection<RelationEvent>;
}
