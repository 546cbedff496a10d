import { Float } from "type-graphql";
import { Type, Property, enumeration } from "../graph/model/declare.ts";
import { One } from "../graph/model/relations.ts";
import type { Entity } from "./Entity.ts";
import { Node } from "./Node.ts";

export const IdentityOutcome = enumeration("IdentityOutcome", "The decision on two ids.", {
  SAME: "The same entity: the former id leads to it.",
  DIFFERENT: "Two entities, however similar.",
  UNDECIDED: "Possibly the same; kept apart until somebody decides.",
});

export const Decider = enumeration("Decider", "Who decided.", {
  RULE: "A rule, applied to what sources say; see `score` and `reason`.",
  EDITOR: "An editor, who overrides every rule.",
});

@Type("A decision on whether two ids mean the same entity. It can be undone.", {
  order: ["formerId"],
  plural: "identities",
  searched: 0,
  elsewhere: ["schema:Intangible"],
})
export class Identity extends Node {
  @Property(() => IdentityOutcome, "What was decided.", { required: true })
  declare outcome: keyof typeof IdentityOutcome;

  @One("Entity", "The entity that the other id was compared with.", { foreignKey: true, required: true })
  declare entity: Entity;

  @Property(() => String, "The other id. If the outcome is SAME, it leads to the entity and is never reused.", {
    required: true,
  })
  declare formerId: string;

  @Property(() => Float, "Confidence in the decision, from 0 to 1.", { required: true })
  declare score: number;

  @Property(() => String, "The reason for the decision.", { required: true })
  declare reason: string;

  @Property(() => Decider, "Who decided.", { required: true })
  declare decidedBy: keyof typeof Decider;
}
