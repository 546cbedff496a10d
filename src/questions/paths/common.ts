import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Field, Info, Int, ObjectType, Query, Resolver } from "type-graphql";
import { Entity } from "../../entities/Entity.ts";
import { EDTF } from "../../graph/edtf.ts";
import { inputError } from "../../graph/errors.ts";
import type { Context } from "../../graph/graph.ts";
import { pageSelection } from "../../graph/selectedFields.ts";
import { GlobalID, readId } from "../../graph/id.ts";
import { wordOf } from "../../graph/model/casing.ts";
import { Page, PageInfo, readPage, type PageArguments, type PageRequest } from "../../graph/page.ts";
import { RangeArguments } from "../../graph/connection.ts";
import { describeSteps } from "./describe.ts";
import { EntityKind, kindsOfId } from "../entityKind.ts";
import { findCommon, orderOf, type Shared } from "./findCommon.ts";
import { Step, StepKind } from "./step.ts";

@ObjectType({ simpleResolvers: true, description: "How many things of a kind two entities share." })
class CommonKind {
  @Field(() => EntityKind, { description: "The kind." })
  kind!: string;
  @Field(() => Int, { description: "How many." })
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: "One thing that two entities share, and how each leads to it." })
class CommonEdge {
  @Field(() => String, { description: "Where it is in the list, for `after` or `before`." })
  cursor!: string;
  @Field(() => Entity, { description: "What is shared." })
  node!: object;
  @Field(() => [Step], { description: "The steps by which the first leads to it." })
  fromA!: object[];
  @Field(() => [Step], { description: "The steps by which the second leads to it." })
  fromB!: object[];
}

@ObjectType({
  simpleResolvers: true,
  description: "A page of what two entities share, by kind, then as lists of the kind are sorted.",
})
class CommonConnection {
  @Field(() => [CommonEdge], { description: "What is shared, with cursors and the steps that lead to it." })
  edges!: CommonEdge[];
  @Field(() => [Entity], { description: "What is shared, where the steps aren't wanted." })
  nodes!: object[];
  @Field(() => PageInfo, { description: "Where this page lies." })
  pageInfo!: PageInfo;
  @Field(() => Int, { description: "How many things are shared in all." })
  totalCount!: number;
  @Field(() => [CommonKind], { description: "How many of each kind are shared in all." })
  kinds!: CommonKind[];
}

@Resolver()
export class CommonQuestion {
  @Query(() => CommonConnection, {
    nullable: true,
    description:
      "What two entities share: the meetings that both took part in, the offices that both held, the states that both served, and all else that both lead to in one step. Null when nothing has one of the ids.",
  })
  async common(
    @Arg("a", () => GlobalID, { description: "The id of the first." }) a: string,
    @Arg("b", () => GlobalID, { description: "The id of the second." }) b: string,
    @Arg("kinds", () => [EntityKind], { nullable: true, description: "Only things of these kinds." })
    kinds: string[] | null | undefined,
    @Arg("through", () => [StepKind], { nullable: true, description: "Only by these kinds of step." })
    through: string[] | null | undefined,
    @Arg("during", () => EDTF, {
      nullable: true,
      description: "A time: only what was, or may have been, in it. What has no date is not asked.",
    })
    during: string | null | undefined,
    @Args(() => RangeArguments) args: PageArguments,
    @Ctx() { graph }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const page = readPage("Query.common", { ...args, a, b, kinds, through, during } as PageArguments);
    if (a === b) throw inputError(`Query.common: "a" and "b" are the same, ${a}. Give two entities.`);
    const shared = await findCommon(graph, a, b, {
      kinds: kinds ? kindsOfId(kinds) : null,
      through: through ?? null,
      during: during ?? null,
    });
    if (shared === null) return null;
    const found = pageOf(shared, page);
    const nodes = await graph.nodes(
      found.map(({ id }) => id),
      info,
      pageSelection(info),
    );
    const items = found.map((each, index) => ({ each, node: nodes[index]! }));
    const byNode = new Map(items.map(({ each, node }) => [node, each]));
    const result = new Page(
      page,
      items.map(({ each, node }) => ({ position: [orderOf(each), each.id, ""], node })),
      () => Promise.resolve(shared.length),
    );
    const steps = async (links: Shared["fromA"]) => (await describeSteps(graph, links)).map((step) => new Step(step));
    return {
      nodes: result.nodes,
      pageInfo: result.pageInfo,
      totalCount: shared.length,
      kinds: kindsIn(shared),
      edges: await Promise.all(
        result.edges.map(async ({ cursor, node }) => {
          const { fromA, fromB } = byNode.get(node)!;
          const [ofA, ofB] = await Promise.all([steps(fromA), steps(fromB)]);
          return { cursor, node, fromA: ofA, fromB: ofB };
        }),
      ),
    };
  }
}

/** The items of a page, in the order of the walk, one more than its limit when there are more. */
function pageOf(shared: Shared[], { after, before, backward, limit }: PageRequest): Shared[] {
  const later = (each: Shared, [key, id]: readonly [string | number, string, string]): boolean =>
    orderOf(each) > String(key) || (orderOf(each) === key && each.id > id);
  const same = (each: Shared, [, id]: readonly [string | number, string, string]): boolean => each.id === id;
  const within = shared.filter(
    (each) => (!after || later(each, after)) && (!before || !(later(each, before) || same(each, before))),
  );
  return (backward ? within.reverse() : within).slice(0, limit + 1);
}

function kindsIn(shared: Shared[]): { kind: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { id } of shared) {
    const kind = wordOf(readId(id).type.name);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => ({ kind, count }));
}
