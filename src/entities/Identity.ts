import { Float } from "type-graphql";
import { Type, Property, enumeration } from "../graph/model/declare.ts";
import { One } from "../graph/model/relations.ts";
import type { Entity } from "./Entity.ts";
import { Node } from "./Node.ts";

export const IdentityOutcome = enumeration("IdentityOutcome", "The decision on two ids.", {
  SAME: "The same thing: the former id leads to the entity.",
  DIFFERENT: "Two things, however similar.",
  UNDECIDED: "Possibly the same; kept apart until somebody decides.",
});

export const Decider = enumeration("Decider", "Who decided.", {
  RULE: "A rule, from what the sources say; the score and the reason say how.",
  EDITOR: "An editor, who overrides every rule.",
});

@Type("A decision whether two ids in sources mean the same thing. It can be undone.", {
  order: ["formerId"],
  plural: "identities",
  searched: 0,
  elsewhere: ["schema:Intangible"],
})
export class Identity extends Node {
  @Property(() => IdentityOutcome, "What was decided.", { required: true })
  declare outcome: keyof typeof IdentityOutcome;

  @One("Entity", "The entity.", { foreignKey: true, required: true })
  declare entity: Entity;

  @Property(() => String, "The other id. After SAME it leads to the entity, and no other entity uses it.", {
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
