/** What paths, `common` and neighborhoods have in common: a step as the schema has it, and the kinds of step. */
import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Field, Info, ObjectType } from "type-graphql";
import { Claim } from "../../entities/Claim.ts";
import { Entity } from "../../entities/Entity.ts";
import "../../entities/entities.ts";
import { enumeration } from "../../graph/model/declare.ts";
import { EDTFDate } from "../../graph/edtf.ts";
import type { Context } from "../../graph/graph.ts";
import { evidenceSize } from "../../graph/page.ts";
import { stepKinds } from "../../graph/steps.ts";
import { LeadsTo } from "../leadsTo.ts";
import { evidenceOf, type Step as PlainStep } from "./describe.ts";

export const StepKind: Record<string, string> = enumeration(
  "StepKind",
  "The kinds of step from one entity to another: by a relation, or through a part or a tenure.",
  Object.fromEntries(stepKinds().map(({ word, name, description }) => [word, `${name}: ${description}`])),
);

export const StepDirection = enumeration("StepDirection", "Which way a step goes.", {
  FORWARD: "As it is stated: from who to what, from the entity that has the relation to its target.",
  BACKWARD: "Against that.",
});

@ObjectType({
  simpleResolvers: true,
  description: "One step from an entity to another, with what says that it can be made.",
})
export class Step {
  @Field(() => StepKind, { description: "The kind of step." })
  kind!: string;
  @Field(() => String, {
    description:
      "The relation as the schema has it where it is stated, `Meeting.host`, or the entity that is the step, `Participation`.",
  })
  relation!: string;
  @Field(() => EDTFDate, {
    nullable: true,
    description: "When. Null when neither the step nor an end of it is dated.",
  })
  date!: EDTFDate | null;
  @Field(() => String, { description: "The step in a sentence." })
  sentence!: string;
  @LeadsTo("from", () => Entity, "Where it begins.")
  readonly fromId!: string;
  @LeadsTo("to", () => Entity, "Where it ends.")
  readonly toId!: string;
  @LeadsTo(
    "via",
    () => Entity,
    "The part in a meeting or the tenure that the step is, with role and dates. Null for a step by a relation.",
    { nullable: true },
  )
  readonly viaId!: string | null;
  readonly step: PlainStep;

  constructor(step: PlainStep) {
    this.step = step;
    const { kind, relation, sentence, date, from: fromId, to: toId, via: viaId } = step;
    Object.assign(this, { kind, relation, sentence, date: date && new EDTFDate(date), fromId, toId, viaId });
  }

  @Field(() => StepDirection, { description: "Whether it goes as it is stated, or against that." })
  get direction(): string {
    return this.step.forward ? StepDirection.FORWARD : StepDirection.BACKWARD;
  }

  @Field(() => [Claim], { description: `What says it: at most ${evidenceSize} claims.` })
  async claims(@Ctx() { graph }: Context, @Info() info: GraphQLResolveInfo) {
    const { claims } = await evidenceOf(graph, this.step.claimPattern);
    return graph.nodes(claims, info);
  }
}
