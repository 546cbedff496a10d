import { Float } from "type-graphql";
import { Type, Property, enumeration } from "../graph/model/declare.ts";
import { One } from "../graph/model/relations.ts";
import type { Entity } from "./Entity.ts";
import { Node } from "./Node.ts";

export const IdentityOutcome = enumeration("IdentityOutcome", "What was decided of two ids.", {
  SAME: "They name one thing: the former id leads to the entity.",
  DIFFERENT: "They name two things, however alike they look.",
  UNDECIDED: "They may name one thing; they are left apart until somebody decides.",
});

export const Decider = enumeration("Decider", "Who decided.", {
  RULE: "A rule, from what the sources say; the score and the reason tell how.",
  EDITOR: "An editor, whose word goes before every rule.",
});

@Type("A decision on identity: whether two ids, as sources give them, name one thing. It can be undone.", {
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

  @Property(() => String, "The other id. After SAME it leads to the entity, and nothing else has it.", {
    required: true,
  })
  declare formerId: string;

  @Property(() => Float, "How sure the decision is, from 0 to 1.", { required: true })
  declare score: number;

  @Property(() => String, "Why it was decided so.", { required: true })
  declare reason: string;

  @Property(() => Decider, "Who decided.", { required: true })
  declare decidedBy: keyof typeof Decider;
}
