import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Field, Info, Int, ObjectType, Query, Resolver } from "type-graphql";
import { Entity } from "../../entities/Entity.ts";
import { EDTF } from "../../graph/edtf.ts";
import type { Context } from "../../graph/graph.ts";
import { wordOf } from "../../graph/model/casing.ts";
import { GlobalID } from "../../graph/id.ts";
import { EntityKind, kindsOfId } from "../entityKind.ts";
import { EntityKey, idsBy, type AnyKey } from "../keys.ts";
import { findNeighborhood, type Neighborhood, type NeighborhoodNode, type Omitted } from "./findNeighborhood.ts";
import { inputError } from "../../graph/errors.ts";
import { LeadsTo } from "../leadsTo.ts";
import { Step, StepKind } from "./step.ts";
import { listed, within } from "../within.ts";

const mostIds = 100;
const mostBeside = 2000;
const deepest = 3;
const mostNodes = 500;
const standardNodes = 100;
const mostPerList = 50;

@ObjectType({ simpleResolvers: true, description: "The number of steps of one kind not shown." })
class OmittedSteps {
  @Field(() => StepKind, { description: "The kind of step." })
  kind!: string;
  @Field(() => Int, { description: "The number." })
  count!: number;
}

@ObjectType("NeighborhoodNode", { simpleResolvers: true, description: "An entity of a neighborhood, for drawing." })
class NodeAnswer {
  @LeadsTo("entity", () => Entity, "The entity.")
  @Field(() => GlobalID, { description: "The id of the entity." })
  entityId!: string;
  @Field(() => EntityKind, { description: "Its kind." })
  kind!: string;
  @Field(() => String, { description: "The name to show." })
  label!: string;
  @Field(() => Int, { description: "Its distance from the start, in steps." })
  depth!: number;
  @Field(() => Int, { description: "The number of its steps in the whole graph." })
  degree!: number;
  @Field(() => Int, { description: "The number of its steps not shown." })
  omitted!: number;
  @Field(() => [OmittedSteps], { description: "The numbers of its steps not shown, by kind, largest first." })
  omittedByKind!: Omitted[];

  constructor({ id, type, omitted, ...node }: NeighborhoodNode) {
    Object.assign(this, { ...node, entityId: id, kind: wordOf(type), omitted: sum(omitted), omittedByKind: omitted });
  }
}

@ObjectType("NeighborhoodEdge", {
  simpleResolvers: true,
  description: "A step between two entities of a neighborhood, for drawing.",
})
class EdgeAnswer extends Step {}

@ObjectType("Neighborhood", {
  simpleResolvers: true,
  description: "A limited part of the graph around some entities, for drawing.",
})
class NeighborhoodAnswer {
  @Field(() => [NodeAnswer], { description: "The entities: those at the start, then by depth." })
  nodes!: NodeAnswer[];
  @Field(() => [EdgeAnswer], {
    description: "The steps between the entities, each once, and those to entities in `beside`.",
  })
  edges!: EdgeAnswer[];
  @Field(() => Boolean, { description: "Whether any steps of the entities shown are left out." })
  truncated!: boolean;
  @Field(() => [OmittedSteps], {
    description: "The numbers of steps left out, by kind, largest first.",
  })
  omittedByKind!: Omitted[];
  @Field(() => [Int], { description: "The positions in `of`, from 0, of keys that no entity has." })
  unknown!: number[];

  /** @param ids what the keys of `of` gave. */
  constructor(ids: (string | null)[], { nodes, edges, omitted, unknown }: Neighborhood) {
    Object.assign(this, {
      nodes: nodes.map((node) => new NodeAnswer(node)),
      edges: edges.map((edge) => new EdgeAnswer(edge)),
      truncated: omitted.length > 0,
      omittedByKind: omitted,
      unknown: ids.flatMap((id, position) => (id === null || unknown.includes(id) ? [position] : [])),
    });
  }
}

@Resolver()
export class NeighborhoodQuestion {
  @Query(() => NeighborhoodAnswer, {
    description:
      "The surroundings of some entities: a limited part of the graph, as nodes and edges. Shows some items of each list, newest first, and counts those left out.",
    complexity: ({ args, childComplexity }) =>
      ((args as { maximumNodes?: number }).maximumNodes ?? standardNodes) * childComplexity,
  })
  async neighborhood(
    @Arg("of", () => [EntityKey], { description: `The start: 1 to ${mostIds} entities.` }) of: AnyKey[],
    @Arg("depth", () => Int, {
      defaultValue: 1,
      description: `The number of steps from the start: 1 to ${deepest}.`,
    })
    depth: number,
    @Arg("kinds", () => [EntityKind], {
      nullable: true,
      description: "Only entities of these kinds, in addition to the start.",
    })
    kinds: string[] | null | undefined,
    @Arg("through", () => [StepKind], { nullable: true, description: "Only these kinds of step." })
    through: string[] | null | undefined,
    @Arg("during", () => EDTF, {
      nullable: true,
      description: "Only steps that fall, or may fall, in this period. Undated steps are included.",
    })
    during: string | null | undefined,
    @Arg("maximumNodes", () => Int, {
      defaultValue: standardNodes,
      description: `The maximum number of entities: at most ${mostNodes}, at least the number in \`of\`.`,
    })
    maximumNodes: number,
    @Arg("perList", () => Int, {
      defaultValue: 10,
      description: `The maximum number of items per list of an entity: 1 to ${mostPerList}.`,
    })
    perList: number,
    @Arg("beside", () => [GlobalID], {
      nullable: true,
      description: `Ids of entities that are drawn already, at most ${mostBeside}: steps between them and the nodes are edges too.`,
    })
    beside: string[] | null | undefined,
    @Arg("collapse", () => Boolean, {
      defaultValue: true,
      description: "Whether to show participations and tenures as edges. If false, they are nodes, as in the graph.",
    })
    collapse: boolean,
    @Ctx() { graph }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NeighborhoodAnswer> {
    if (of.length === 0) throw inputError('Query.neighborhood: "of" needs at least one key; got none.');
    const given = await idsBy(listed('Query.neighborhood: "of"', of, mostIds), graph, info);
    const ids = given.filter((each) => each !== null);
    const distinct = Math.max(1, new Set(ids).size);
    return new NeighborhoodAnswer(
      given,
      await findNeighborhood(graph, ids, {
        depth: within("Query.neighborhood: depth", depth, 1, deepest),
        kinds: kinds ? kindsOfId(kinds) : null,
        through: through ?? null,
        during: during ?? null,
        maximumNodes: within("Query.neighborhood: maximumNodes", maximumNodes, distinct, mostNodes),
        perList: within("Query.neighborhood: perList", perList, 1, mostPerList),
        collapse,
        beside: listed('Query.neighborhood: "beside"', beside, mostBeside),
      }),
    );
  }
}

function sum(omitted: Omitted[]): number {
  return omitted.reduce((total, { count }) => total + count, 0);
}
