import { Arg, Ctx, Field, InputType, Int, ObjectType, Query, Resolver } from "type-graphql";
import { Entity } from "../../entities/Entity.ts";
import { enumeration } from "../../graph/model/declare.ts";
import { EDTF } from "../../graph/edtf.ts";
import { inputError } from "../../graph/errors.ts";
import type { Context } from "../../graph/graph.ts";
import { GlobalID } from "../../graph/id.ts";
import { hubKinds } from "../../graph/steps.ts";
import { EntityKind, kindsOfId } from "../entityKind.ts";
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
import { Step, StepKind } from "./step.ts";
import { listed, within } from "../within.ts";

/** How many ids may be avoided. */
const mostAvoided = 100;

const PathsTruncation = enumeration("PathsTruncation", "Why not all was searched.", {
  EFFORT: "More steps would have to be looked at than one question may.",
  TIME: "It took longer than one question may.",
});

@ObjectType({ simpleResolvers: true, description: "How much was searched." })
class PathsSearched {
  @Field(() => Int, { description: "How many entities were met." })
  entities!: number;
  @Field(() => Int, { description: "How many steps were looked at." })
  steps!: number;
  @Field(() => Int, {
    description: "The length, in steps, up to which all ways were looked at that the arguments allow.",
  })
  length!: number;
  @Field(() => Int, { description: "How many steps were not gone, since they lead to a hub." })
  hubs!: number;
}

@InputType({ description: "What counts as a hub, through which no way goes. It may still begin or end there." })
class HubInput {
  @Field(() => [EntityKind], {
    nullable: true,
    description: "Kinds that are hubs: countries, places, topics and sources unless told. None for an empty list.",
  })
  kinds?: string[] | null;
  @Field(() => Int, {
    nullable: true,
    description: `What has more edges than this is a hub: ${hubEdges} unless told, 1 to ${mostHubEdges}.`,
  })
  neighbours?: number | null;
}

@ObjectType({ simpleResolvers: true, description: "A way from one entity to another, going twice through nothing." })
class ConnectingPath {
  @Field(() => Int, { description: "How many steps it has." })
  length!: number;
  @Field(() => [Step], {
    description: "The steps, from the first to the last.",
    complexity: ({ childComplexity }) => longestPath * childComplexity,
  })
  steps!: object[];
  @Field(() => String, { description: "The whole way in a sentence." })
  sentence!: string;

  constructor({ steps, sentence }: FoundPath) {
    Object.assign(this, { length: steps.length, steps: steps.map((step) => new Step(step)), sentence });
  }
}

@ObjectType({ simpleResolvers: true, description: "How two entities are connected." })
class Paths {
  @Field(() => [ConnectingPath], {
    description:
      "The ways, the best first: shorter before longer, then as docs/paths.md tells. Empty when there is none.",
  })
  paths!: ConnectingPath[];
  @Field(() => Boolean, {
    description: "Whether more ways may be there than were found, since not all was searched that the arguments allow.",
  })
  truncated!: boolean;
  @Field(() => PathsTruncation, { nullable: true, description: "Why. Null when it isn't truncated." })
  reason!: string | null;
  @Field(() => PathsSearched, { description: "How much was searched." })
  searched!: PathsSearched;
  @LeadsTo("from", () => Entity, "Where the ways begin.")
  readonly fromId!: string;
  @LeadsTo("to", () => Entity, "Where they end.")
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
      "The shortest ways from one entity to another, and the next best: who took part with whom, held which office, spoke of what. " +
      "Somebody's part in a meeting or tenure of an office is one step. Null when nothing has one of the ids.",
    complexity: ({ args, childComplexity }) => (args as { first: number }).first * childComplexity,
  })
  async paths(
    @Arg("from", () => GlobalID, { description: "The id of the first." }) from: string,
    @Arg("to", () => GlobalID, { description: "The id of the second." }) to: string,
    @Arg("first", () => Int, { defaultValue: 3, description: `How many ways at most: 1 to ${mostPaths}.` })
    first: number,
    @Arg("maximumLength", () => Int, {
      defaultValue: longestPath,
      description: `How many steps a way has at most: 1 to ${longestPath}.`,
    })
    maximumLength: number,
    @Arg("through", () => [StepKind], { nullable: true, description: "Only these kinds of step." })
    through: string[] | null | undefined,
    @Arg("during", () => EDTF, {
      nullable: true,
      description:
        "A time: all that is dated on the way was, or may have been, in it: `2021/2024`. What has no date is not asked.",
    })
    during: string | null | undefined,
    @Arg("avoid", () => [GlobalID], {
      nullable: true,
      description: `What no way goes through: at most ${mostAvoided} ids.`,
    })
    avoid: string[] | null | undefined,
    @Arg("hubs", () => HubInput, {
      nullable: true,
      description: "What counts as a hub. By it everything is connected, so that a way through it says nothing.",
    })
    hubs: HubInput | null | undefined,
    @Ctx() { graph }: Context,
  ): Promise<Paths | null> {
    if (from === to) throw inputError(`Query.paths: "from" and "to" are the same, ${from}. Give two entities.`);
    const found = await findPaths(graph, from, to, {
      first: within("Query.paths: first", first, 1, mostPaths),
      maximumLength: within("Query.paths: maximumLength", maximumLength, 1, longestPath),
      through: through ?? null,
      during: during ?? null,
      avoid: listed("Query.paths: avoid", avoid, mostAvoided),
      hubs: {
        kinds: hubs?.kinds ? kindsOfId(hubs.kinds) : hubKinds(),
        mostEdges: within("HubInput: neighbours", hubs?.neighbours ?? hubEdges, 1, mostHubEdges),
      },
    });
    return found && new Paths(found);
  }
}
