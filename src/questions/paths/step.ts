/** Shared by paths, `common` and neighborhoods: a step as in the schema, and the kinds of step. */
import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Field, Info, Int, ObjectType } from "type-graphql";
import { Claim, ClaimBasis } from "../../entities/Claim.ts";
import { Entity } from "../../entities/Entity.ts";
import "../../entities/entities.ts";
import { enumeration } from "../../graph/model/declare.ts";
import { EDTFDate } from "../../graph/edtf.ts";
import type { Context } from "../../graph/graph.ts";
import { GlobalID } from "../../graph/id.ts";
import { evidenceSize } from "../../graph/page.ts";
import { stepKinds } from "../../graph/steps.ts";
import { LeadsTo } from "../leadsTo.ts";
import { evidenceOf, keyOfStep, type DescribedStep } from "./describe.ts";

export const StepKind: Record<string, string> = enumeration(
  "StepKind",
  "The kinds of step between entities: along a relation, or through a participation or a tenure.",
  Object.fromEntries(stepKinds().map(({ word, name, description }) => [word, `${name}: ${description}`])),
);

export const StepDirection = enumeration("StepDirection", "The direction of a step.", {
  FORWARD: "Along the relation, from the entity that has it to its target.",
  BACKWARD: "Against the relation.",
});

/** The description of the argument `basis`. */
export const basisDescription =
  "Only what rests on this basis or a stronger one: STATED before REFERENCE before INFERRED before AUTHORED. STATED leaves out whom a rule adds, such as the host of a visit.";

@ObjectType({ simpleResolvers: true, description: "The number of steps of one kind." })
export class StepCount {
  @Field(() => StepKind, { description: "The kind of step." })
  kind!: string;
  @Field(() => Int, { description: "The number." })
  count!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: "One step from an entity to another, with its evidence.",
})
export class Step {
  @Field(() => StepKind, { description: "The kind of step." })
  kind!: string;
  @Field(() => String, {
    description:
      "The relation, as type and field (`Meeting.host`), or the type of the entity that is the step (`Participation`).",
  })
  relation!: string;
  @Field(() => EDTFDate, {
    nullable: true,
    description: "The date. Null if neither the step nor its ends are dated.",
  })
  date!: EDTFDate | null;
  @Field(() => String, { description: "The step in one sentence." })
  sentence!: string;
  @Field(() => ClaimBasis, {
    description:
      "The basis of the step. If it is through an entity, the weaker of both ends: whoever a remark names took part as STATED, and the host whom a rule adds as INFERRED.",
  })
  basis!: string;
  @LeadsTo("from", () => Entity, "The start of the step.")
  readonly fromId!: string;
  @LeadsTo("to", () => Entity, "The end of the step.")
  readonly toId!: string;
  @LeadsTo(
    "via",
    () => Entity,
    "The participation or tenure that is the step, with role and dates. Null for a step along a relation.",
    { nullable: true },
  )
  readonly viaId!: string | null;
  readonly step: DescribedStep;

  constructor(step: DescribedStep) {
    this.step = step;
    const { kind, relation, sentence, basis, date, from: fromId, to: toId, via: viaId } = step;
    Object.assign(this, { kind, relation, sentence, basis, date: date && new EDTFDate(date), fromId, toId, viaId });
  }

  @Field(() => String, { description: "A stable key of the step and its reverse, made from its parts." })
  get key(): string {
    return keyOfStep(this.step);
  }

  @Field(() => GlobalID, { description: "The id of the start of the step." })
  get source(): string {
    return this.step.from;
  }

  @Field(() => GlobalID, { description: "The id of the end of the step." })
  get target(): string {
    return this.step.to;
  }

  @Field(() => StepDirection, {
    description: "Whether the step goes with the direction of the relation or against it.",
  })
  get direction(): string {
    return this.step.forward ? StepDirection.FORWARD : StepDirection.BACKWARD;
  }

  @Field(() => [Claim], { description: `The evidence: at most ${evidenceSize} claims.` })
  async claims(@Ctx() { graph }: Context, @Info() info: GraphQLResolveInfo) {
    const { claims } = await evidenceOf(graph, this.step.claimPattern);
    return graph.nodes(claims, info);
  }
}
