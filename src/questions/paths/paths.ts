import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Field, Info, InputType, Int, ObjectType, Query, Resolver } from "type-graphql";
import { Entity } from "../../entities/Entity.ts";
import { enumeration } from "../../graph/model/declare.ts";
import { ClaimBasis } from "../../entities/Claim.ts";
import { EDTF } from "../../graph/edtf.ts";
import { inputError } from "../../graph/errors.ts";
import type { Context } from "../../graph/graph.ts";
import type { Basis } from "../../graph/model/derived.ts";
import { hubKinds } from "../../graph/steps.ts";
import { EntityKind, kindsOfId } from "../entityKind.ts";
import { EntityKey, idsBy, type AnyKey } from "../keys.ts";
import {
  findPaths,
  hubEdges,
  longestPath,
  mostHubEdges,
  mostPaths,
  type FoundPath,
  type FoundPaths,
} from "./findPaths.ts";
import { LeadsTo } from "../leadsTo.ts";
import { basisDescription, Step, StepKind } from "./step.ts";
import { listed, within } from "../within.ts";

const mostAvoided = 100;

const PathsTruncation = enumeration("PathsTruncation", "Why a search for paths stopped early.", {
  EFFORT: "The search reached the limit of steps for one query.",
  TIME: "The search reached the time limit for one query.",
});

@ObjectType({ simpleResolvers: true, description: "How much was searched." })
class PathsSearched {
  @Field(() => Int, { description: "The number of entities reached." })
  entities!: number;
  @Field(() => Int, { description: "The number of steps examined." })
  steps!: number;
  @Field(() => Int, {
    description: "The length, in steps, up to which the search was complete.",
  })
  length!: number;
  @Field(() => Int, { description: "The number of steps not followed because they lead to a hub." })
  hubs!: number;
}

@InputType({ description: "What counts as a hub. Paths don't pass through hubs, but may start or end there." })
class HubInput {
  @Field(() => [EntityKind], {
    nullable: true,
    description:
      "Kinds that are always hubs. Defaults to countries, places, topics and sources; an empty list means none.",
  })
  kinds?: string[] | null;
  @Field(() => Int, {
    nullable: true,
    description: `An entity with more edges than this is a hub: 1 to ${mostHubEdges}. Defaults to ${hubEdges}.`,
  })
  neighbours?: number | null;
}

@ObjectType({ simpleResolvers: true, description: "A path from one entity to another that visits no entity twice." })
class ConnectingPath {
  @Field(() => Int, { description: "The number of steps." })
  length!: number;
  @Field(() => [Step], {
    description: "The steps, in order.",
    complexity: ({ childComplexity }) => longestPath * childComplexity,
  })
  steps!: object[];
  @Field(() => String, { description: "The whole path in one sentence." })
  sentence!: string;

  constructor({ steps, sentence }: FoundPath) {
    Object.assign(this, { length: steps.length, steps: steps.map((step) => new Step(step)), sentence });
  }
}

@ObjectType({ simpleResolvers: true, description: "How two entities are connected." })
class Paths {
  @Field(() => [ConnectingPath], {
    description:
      "The paths, best first: shorter before longer, then as described in docs/paths.md. Empty if there is none.",
  })
  paths!: ConnectingPath[];
  @Field(() => Boolean, {
    description: "Whether the search stopped early, so that there may be more paths.",
  })
  truncated!: boolean;
  @Field(() => PathsTruncation, { nullable: true, description: "Why the search stopped early. Null if it didn't." })
  reason!: string | null;
  @Field(() => PathsSearched, { description: "How much was searched." })
  searched!: PathsSearched;
  @LeadsTo("from", () => Entity, "The start of the paths.")
  readonly fromId!: string;
  @LeadsTo("to", () => Entity, "The end of the paths.")
  readonly toId!: string;

  constructor({ from, to, paths, truncated, searched }: FoundPaths) {
    Object.assign(this, {
      fromId: from,
      toId: to,
      paths: paths.map((path) => new ConnectingPath(path)),
      truncated: truncated !== null,
      reason: truncated,
      searched,
    });
  }
}

@Resolver()
export class PathsQuestion {
  @Query(() => Paths, {
    nullable: true,
    description:
      "The shortest paths from one entity to another, and the next best: who took part with whom, held which office, spoke about what. " +
      "A participation or a tenure is one step. Null if either entity is unknown.",
    complexity: ({ args, childComplexity }) => (args as { first: number }).first * childComplexity,
  })
  async paths(
    @Arg("from", () => EntityKey, { description: "The entity at the start." }) start: AnyKey,
    @Arg("to", () => EntityKey, { description: "The entity at the end." }) end: AnyKey,
    @Arg("first", () => Int, { defaultValue: 3, description: `The maximum number of paths: 1 to ${mostPaths}.` })
    first: number,
    @Arg("maximumLength", () => Int, {
      defaultValue: longestPath,
      description: `The maximum number of steps in a path: 1 to ${longestPath}.`,
    })
    maximumLength: number,
    @Arg("through", () => [StepKind], { nullable: true, description: "Only these kinds of step." })
    through: string[] | null | undefined,
    @Arg("during", () => EDTF, {
      nullable: true,
      description:
        "Only paths whose dates all fall, or may fall, in this period: `2021/2024`. Undated steps are included.",
    })
    during: string | null | undefined,
    @Arg("basis", () => ClaimBasis, { nullable: true, description: basisDescription })
    basis: Basis | null | undefined,
    @Arg("avoid", () => [EntityKey], {
      nullable: true,
      description: `Entities that no path may pass through, at most ${mostAvoided}.`,
    })
    avoid: AnyKey[] | null | undefined,
    @Arg("hubs", () => HubInput, {
      nullable: true,
      description: "What counts as a hub. A hub connects everything, so a path through it says little.",
    })
    hubs: HubInput | null | undefined,
    @Ctx() { graph }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Paths | null> {
    const avoided = listed("Query.paths: avoid", avoid, mostAvoided);
    const [[from, to], ids] = await Promise.all([idsBy([start, end], graph, info), idsBy(avoided, graph, info)]);
    if (from == null || to == null) return null;
    if (from === to)
      throw inputError(`Query.paths: "from" and "to" are the same, ${from}. Give two different entities.`);
    const found = await findPaths(graph, from, to, {
      first: within("Query.paths: first", first, 1, mostPaths),
      maximumLength: within("Query.paths: maximumLength", maximumLength, 1, longestPath),
      through: through ?? null,
      during: during ?? null,
      basis: basis ?? null,
      avoid: ids.filter((each) => each !== null),
      hubs: {
        kinds: hubs?.kinds ? kindsOfId(hubs.kinds) : hubKinds(),
        mostEdges: within("HubInput: neighbours", hubs?.neighbours ?? hubEdges, 1, mostHubEdges),
      },
    });
    return found && new Paths(found);
  }
}
