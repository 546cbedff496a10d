import { Entity, Property, enumeration } from "../graph/declare.ts";
import { EDTFDate } from "../graph/edtf.ts";
import { One } from "../graph/relations.ts";
import { BilateralRelation } from "./BilateralRelation.ts";
import { Country } from "./Country.ts";
import { Entity as EntityInterface } from "./Entity.ts";

export const RelationEventKind = enumeration("RelationEventKind", "What changed between two states.", {
  RECOGNITION: "One state recognised the other.",
  RELATIONS_OPENED: "Diplomatic relations were established.",
  RELATIONS_SEVERED: "Diplomatic relations were broken.",
  RELATIONS_RESUMED: "Diplomatic relations were taken up again.",
  MISSION_RAISED: "A mission was raised in rank: from legation to embassy.",
  MISSION_OPENED: "A mission was opened.",
  MISSION_CLOSED: "A mission was closed.",
});

@Entity("One dated change in the relation of two states, made by one toward the other.", { order: ["date"] })
export class RelationEvent extends EntityInterface {
  @Property(() => RelationEventKind, "What changed.", { required: true })
  declare kind: keyof typeof RelationEventKind;

  @Property(() => EDTFDate, "When.")
  declare date: EDTFDate | null;

  @One(() => BilateralRelation, "The relation that changed.", { edge: "IN_RELATION", required: true })
  declare relation: BilateralRelation;

  @One(() => Country, "The state that made the change.", { edge: "CHANGED_BY" })
  declare by: Country | null;

  @One(() => Country, "The state toward which it was made.", { edge: "CHANGED_TOWARD" })
  declare toward: Country | null;
}
