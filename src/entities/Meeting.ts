import { Type, Property, enumeration } from "../graph/model/declare.ts";
import { Duration } from "../graph/duration.ts";
import { EDTFDate } from "../graph/edtf.ts";
import type { Connection } from "../graph/connection.ts";
import { Many, One } from "../graph/model/relations.ts";
import type { Country } from "./Country.ts";
import { Entity } from "./Entity.ts";
import type { Official } from "./Official.ts";
import type { Participation } from "./Participation.ts";
import type { Place } from "./Place.ts";
import type { Policy } from "./Policy.ts";
import type { Topic } from "./Topic.ts";

export const MeetingKind = enumeration("MeetingKind", "The kind of event.", {
  STATE_VISIT: "A visit of a head of state with full ceremony.",
  OFFICIAL_VISIT: "A visit of a head of state or government with less ceremony than a state visit.",
  OFFICIAL_WORKING_VISIT: "An official working visit: less ceremony than an official visit, more than a working visit.",
  WORKING_VISIT: "A working visit, without ceremony.",
  INFORMAL_VISIT: "An informal visit, or a courtesy visit.",
  TRANSIT: "A stopover that included meetings with officials of the host.",
  PRIVATE_VISIT: "A private visit that included meetings with officials of the host.",
  TALKS: "Talks between delegations.",
  SUMMIT: "A meeting of heads of state or government of several states.",
  CONFERENCE: "A conference of delegations.",
  CEREMONY: "An inauguration, a funeral, a signing, a coronation.",
  CALL: "A conversation by telephone or video.",
});

export const MeetingStatus = enumeration("MeetingStatus", "Whether a meeting took place.", {
  PLANNED: "It was announced; no source says whether it took place.",
  HELD: "It took place.",
  CANCELLED: "It was announced and did not take place.",
});

@Type("An event between states: a visit, talks, a summit, a conference, a ceremony, a call.", {
  order: ["date"],
  time: { isMoment: true, never: ["CANCELLED"] },
  recordFields: ["name", "status"],
  elsewhere: ["schema:Event"],
})
export class Meeting extends Entity {
  @Property(() => MeetingKind, "The kind of event.")
  declare kind: keyof typeof MeetingKind | null;

  @Property(() => MeetingStatus, "Whether it took place, according to the sources.", { required: true })
  declare status: keyof typeof MeetingStatus;

  @Property(() => EDTFDate, "When it took place or was planned.", {
    extent: true,
    elsewhere: { first: "schema:startDate", last: "schema:endDate" },
  })
  declare date: EDTFDate | null;

  @Property(() => Duration, "The duration in ISO 8601: `PT2H30M`.", { elsewhere: "schema:duration" })
  declare duration: string | null;

  @Property(() => String, "Its purpose, in the editors' words.")
  declare purpose: string | null;

  @One("Place", "Where it took place or was planned.", { edge: "HELD_AT", elsewhere: "schema:location" })
  declare place: Place | null;

  @Many("Place", "Its other places, in order.", {
    edge: "ALSO_HELD_AT",
    ordered: true,
  })
  declare otherPlaces: Connection<Place>;

  @One("Country", "The host state.", { edge: "HOSTED_BY", elsewhere: "schema:organizer" })
  declare host: Country | null;

  @One("Meeting", "The meeting that it follows up.", { edge: "FOLLOWS" })
  declare follows: Meeting | null;

  @Many("Meeting", "The meetings that follow it up.", { inverse: "follows" })
  declare followedBy: Connection<Meeting>;

  @One("Meeting", "The larger event that it is part of.", { edge: "PART_OF_MEETING", elsewhere: "schema:superEvent" })
  declare partOf: Meeting | null;

  @Many("Meeting", "The meetings that are part of it.", { inverse: "partOf" })
  declare parts: Connection<Meeting>;

  @Many("Participation", "The actual or planned participants: officials and states, each with a role.", {
    inverse: "meeting",
  })
  declare participations: Connection<Participation>;

  @Many("Country", "The states that took part, or planned to.", { through: ["participations", "country"] })
  declare countries: Connection<Country>;

  @Many("Official", "The officials named as participants.", { through: ["participations", "official"] })
  declare officials: Connection<Official>;

  @Many("Topic", "The topics that it was about.", { edge: "HAS_TOPIC", elsewhere: "schema:about" })
  declare topics: Connection<Topic>;

  @Many("Policy", "The policies discussed in it.", { inverse: "discussedIn" })
  declare policies: Connection<Policy>;
}
