import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from "type-graphql";
import { Entity } from "../../entities/Entity.ts";
import { EDTF } from "../../graph/edtf.ts";
import type { Context } from "../../graph/graph.ts";
import { wordOf } from "../../graph/model/casing.ts";
import { GlobalID } from "../../graph/id.ts";
import { EntityKind, kindsOfId } from "../entityKind.ts";
import { findNeighborhood, type Neighborhood, type NeighborhoodNode, type Omitted } from "./findNeighborhood.ts";
import { inputError } from "../../graph/errors.ts";
import { LeadsTo } from "../leadsTo.ts";
import { Step, StepKind } from "./step.ts";
import { listed, within } from "../within.ts";

const mostIds = 20;
const deepest = 3;
const mostNodes = 500;
/** How many nodes are shown unless told. */
const standardNodes = 100;
const mostPerList = 50;

@ObjectType({ simpleResolvers: true, description: "How many steps of a kind are not shown." })
class OmittedSteps {
  @Field(() => StepKind, { description: "The kind of step." })
  kind!: string;
  @Field(() => Int, { description: "How many." })
  count!: number;
}

@ObjectType("NeighborhoodNode", { simpleResolvers: true, description: "One entity of a neighborhood, to be drawn." })
class NodeAnswer {
  @LeadsTo("entity", () => Entity, "The entity.")
  @Field(() => GlobalID, { description: "Its global id." })
  id!: string;
  @Field(() => EntityKind, { description: "Its kind." })
  kind!: string;
  @Field(() => String, { description: "Its name, to be written beside it." })
  label!: string;
  @Field(() => Int, { description: "How many steps it is from where the neighborhood begins." })
  depth!: number;
  @Field(() => Int, { description: "How many steps it has in the whole graph." })
  degree!: number;
  @Field(() => Int, { description: "How many of these are not shown." })
  omitted!: number;
  @Field(() => [OmittedSteps], { description: "How many of each kind of step are not shown, most first." })
  omittedByKind!: Omitted[];

  constructor({ type, omitted, ...node }: NeighborhoodNode) {
    Object.assign(this, { ...node, kind: wordOf(type), omitted: sum(omitted), omittedByKind: omitted });
  }
}

@ObjectType("NeighborhoodEdge", {
  simpleResolvers: true,
  description: "One step between two entities of a neighborhood, to be drawn.",
})
class EdgeAnswer extends (Step as unknown as abstract new (step: Neighborhood["edges"][number]) => {
  step: Neighborhood["edges"][number];
}) {
  @Field(() => String, { description: "Tells it apart from the others, and stays the same: what it is made of." })
  get id(): string {
    return this.step.id;
  }

  @Field(() => GlobalID, { description: "The id of where it begins." })
  get source(): string {
    return this.step.from;
  }

  @Field(() => GlobalID, { description: "The id of where it ends." })
  get target(): string {
    return this.step.to;
  }
}

@ObjectType("Neighborhood", {
  simpleResolvers: true,
  description: "A bounded piece of the graph around some entities, made for drawing.",
})
class Answer {
  @Field(() => [NodeAnswer], { description: "The entities: those asked for, then by depth." })
  nodes!: NodeAnswer[];
  @Field(() => [EdgeAnswer], { description: "The steps between them, each once." })
  edges!: EdgeAnswer[];
  @Field(() => Boolean, { description: "Whether steps of what is shown are left out." })
  truncated!: boolean;
  @Field(() => [OmittedSteps], {
    description: "How many of each kind of step are left out, of all that is shown, most first.",
  })
  omittedByKind!: Omitted[];
  @Field(() => [GlobalID], { description: "The ids asked for that nothing has." })
  unknown!: string[];

  constructor({ nodes, edges, omitted, unknown }: Neighborhood) {
    Object.assign(this, {
      nodes: nodes.map((node) => new NodeAnswer(node)),
      edges: edges.map((edge) => new EdgeAnswer(edge)),
      truncated: omitted.length > 0,
      omittedByKind: omitted,
      unknown,
    });
  }
}

@Resolver()
export class NeighborhoodQuestion {
  @Query(() => Answer, {
    description:
      "What lies around some entities, a bounded piece of the graph as nodes and edges. Of each list of an entity it shows some, the newest first, and tells how many are left out.",
    complexity: ({ args, childComplexity }) =>
      ((args as { maximumNodes?: number }).maximumNodes ?? standardNodes) * childComplexity,
  })
  async neighborhood(
    @Arg("ids", () => [GlobalID], { description: `Where it begins: 1 to ${mostIds} ids.` }) ids: string[],
    @Arg("depth", () => Int, {
      defaultValue: 1,
      description: `How many steps it reaches out: 1 to ${deepest}.`,
    })
    depth: number,
    @Arg("kinds", () => [EntityKind], {
      nullable: true,
      description: "Only entities of these kinds, besides those asked for.",
    })
    kinds: string[] | null | undefined,
    @Arg("through", () => [StepKind], { nullable: true, description: "Only these kinds of step." })
    through: string[] | null | undefined,
    @Arg("during", () => EDTF, {
      nullable: true,
      description: "A time: only what was, or may have been, in it. What has no date is not asked.",
    })
    during: string | null | undefined,
    @Arg("maximumNodes", () => Int, {
      defaultValue: standardNodes,
      description: `How many entities are shown at most: 1 to ${mostNodes}, and not fewer than ids.`,
    })
    maximumNodes: number,
    @Arg("perList", () => Int, {
      defaultValue: 10,
      description: `How many items of each list of an entity are shown at most: 1 to ${mostPerList}.`,
    })
    perList: number,
    @Arg("collapse", () => Boolean, {
      defaultValue: true,
      description:
        "Whether a part in a meeting and a tenure are edges. False shows them as nodes, as the graph has them.",
    })
    collapse: boolean,
    @Ctx() { graph }: Context,
  ): Promise<Answer> {
    if (ids.length === 0) throw inputError("Query.neighborhood: ids has at least one id; came none.");
    const distinct = new Set(listed("Query.neighborhood: ids", ids, mostIds)).size;
    return new Answer(
      await findNeighborhood(graph, ids, {
        depth: within("Query.neighborhood: depth", depth, 1, deepest),
        kinds: kinds ? kindsOfId(kinds) : null,
        through: through ?? null,
        during: during ?? null,
        maximumNodes: within("Query.neighborhood: maximumNodes", maximumNodes, distinct, mostNodes),
        perList: within("Query.neighborhood: perList", perList, 1, mostPerList),
        collapse,
      }),
    );
  }
}

function sum(omitted: Omitted[]): number {
  return omitted.reduce((total, { count }) => total + count, 0);
}
