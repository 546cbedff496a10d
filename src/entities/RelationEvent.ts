import { Type, Property, enumeration } from "../graph/model/declare.ts";
import { EDTFDate } from "../graph/edtf.ts";
import type { Connection } from "../graph/connection.ts";
import { Many, One } from "../graph/model/relations.ts";
import type { BilateralRelation } from "./BilateralRelation.ts";
import type { Country } from "./Country.ts";
import { Entity } from "./Entity.ts";
import { MissionKind, type Mission } from "./Mission.ts";
import type { Official } from "./Official.ts";
import type { Place } from "./Place.ts";

export const RelationEventKind = enumeration("RelationEventKind", "What changed between two states.", {
  RECOGNITION: "One state recognised the other.",
  RELATIONS_OPENED: "Diplomatic relations were established.",
  RELATIONS_SEVERED: "Diplomatic relations were broken off.",
  RELATIONS_INTERRUPTED:
    "Diplomatic relations were interrupted and not broken off, as a rule since one state did not recognise a new government of the other.",
  RELATIONS_RESUMED: "Diplomatic relations were resumed.",
  MISSION_RAISED: "A mission was raised in rank: from legation to embassy.",
  MISSION_OPENED: "A mission was opened.",
  MISSION_CLOSED: "A mission was closed.",
  MISSION_MOVED: "A mission moved to another place.",
  MISSION_LOWERED: "A mission was lowered in rank.",
  CONSULATE_OPENED: "A consulate was opened, or consular relations were established.",
  CONSULATE_CLOSED: "A consulate was closed.",
  TREATY: "A treaty or a convention was concluded between them.",
  STATE_CHANGED: "One of the states itself changed: independence, union, dissolution, a new name.",
  OTHER: "Another change; see its name.",
});

@Type("One dated change that a state made in its relation with another.", {
  order: ["date"],
  time: { isMoment: true },
  searched: 0.7,
  recordFields: ["name", "relation"],
  elsewhere: ["schema:Event"],
})
export class RelationEvent extends Entity {
  @Property(() => RelationEventKind, "What changed.", { required: true })
  declare kind: keyof typeof RelationEventKind;

  @Property(() => EDTFDate, "When the change was made.", {
    elsewhere: { first: "schema:startDate", last: "schema:endDate" },
  })
  declare date: EDTFDate | null;

  @One("BilateralRelation", "The relation that changed.", { edge: "IN_RELATION", required: true })
  declare relation: BilateralRelation;

  @One("Country", "The state that made the change.", { edge: "CHANGED_BY" })
  declare actor: Country | null;

  @Many("Official", "The officials whom the source names.", { edge: "NAMES" })
  declare officials: Connection<Official>;

  @One("Country", "The state toward which the change was made.", { edge: "CHANGED_TOWARD" })
  declare toward: Country | null;

  @Many("Mission", "The missions that were opened, raised, lowered, moved or closed. Empty if it is about none.", {
    edge: "CHANGED_MISSION",
  })
  declare missions: Connection<Mission>;

  @Property(() => MissionKind, "The kind of the mission after the change. Null if it is about none, or was closed.")
  declare missionKind: keyof typeof MissionKind | null;

  @One("Place", "The seat of the mission after the change.", { edge: "SEATED_THEN" })
  declare missionSeat: Place | null;
}
