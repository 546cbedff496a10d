import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Field, Info, ObjectType, Query, Resolver } from "type-graphql";
import { RangeArguments, connectionFields, edgeFields } from "../../graph/connection.ts";
import { EDTF } from "../../graph/edtf.ts";
import type { Context } from "../../graph/graph.ts";
import { Page, readPage, type PageArguments, type PageInfo, type Position } from "../../graph/page.ts";
import { EntityKey, idBy, type AnyKey } from "../keys.ts";
import { describeSteps } from "./describe.ts";
import { findSteps } from "./findSteps.ts";
import { Step, StepCount, StepKind } from "./step.ts";

@ObjectType({ simpleResolvers: true, description: "A step and its cursor." })
class StepEdge {
  declare cursor: string;
  declare node: Step;
}
edgeFields(StepEdge.prototype, () => Step, "The step.");

@ObjectType({
  simpleResolvers: true,
  description:
    "A page of the steps from an entity: by kind of step and of target, the newest first where they have dates.",
})
class StepConnection {
  declare edges: StepEdge[];
  declare nodes: Step[];
  declare pageInfo: PageInfo;
  declare totalCount: () => Promise<number>;
  @Field(() => [StepCount], { description: "The numbers of steps in the whole list, by kind, largest first." })
  countsByKind!: () => Promise<StepCount[]>;
}
connectionFields(StepConnection.prototype, {
  edge: () => StepEdge,
  node: () => Step,
  total: "The number of steps in the whole list.",
});

@Resolver()
export class StepsQuestion {
  @Query(() => StepConnection, {
    nullable: true,
    description:
      "The steps from an entity to others, in pages. A participation or a tenure is one step. Null if the entity is unknown.",
  })
  async steps(
    @Arg("of", () => EntityKey, { description: "The entity." }) of: AnyKey,
    @Arg("through", () => [StepKind], { nullable: true, description: "Only these kinds of step." })
    through: string[] | null | undefined,
    @Arg("during", () => EDTF, {
      nullable: true,
      description: "Only steps that fall, or may fall, in this period. Undated steps are included.",
    })
    during: string | null | undefined,
    @Args(() => RangeArguments) args: PageArguments,
    @Ctx() { graph }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<StepConnection | null> {
    const page = readPage("Query.steps", { ...args, of, through, during } as PageArguments);
    const id = await idBy(of, graph, info);
    const found =
      id === null ? null : await findSteps(graph, id, { through: through ?? null, during: during ?? null }, page);
    if (found === null) return null;
    const described = await describeSteps(
      graph,
      found.steps.map(({ link }) => link),
    );
    const items = described.map((step, index) => ({
      position: [...found.steps[index]!.position, ""] as Position,
      node: new Step(step),
    }));
    const total = async (): Promise<number> => (await found.numbers()).total;
    const { edges, nodes, pageInfo } = new Page(page, items, total);
    const countsByKind = async (): Promise<StepCount[]> => (await found.numbers()).countsByKind;
    return { edges, nodes, pageInfo, totalCount: total, countsByKind };
  }
}
