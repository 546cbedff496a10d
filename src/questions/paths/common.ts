import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Field, Info, Int, ObjectType, Query, Resolver } from "type-graphql";
import { Entity } from "../../entities/Entity.ts";
import { ClaimBasis } from "../../entities/Claim.ts";
import { EDTF } from "../../graph/edtf.ts";
import { inputError } from "../../graph/errors.ts";
import type { Context } from "../../graph/graph.ts";
import { readId } from "../../graph/id.ts";
import { wordOf } from "../../graph/model/casing.ts";
import type { Basis } from "../../graph/model/derived.ts";
import { Page, PageInfo, readPage, type PageArguments, type PageRequest } from "../../graph/page.ts";
import { RangeArguments } from "../../graph/connection.ts";
import { selectedFields } from "../../graph/selection/selectedFields.ts";
import { ofPage } from "../../graph/selection/selection.ts";
import { describeSteps } from "./describe.ts";
import { EntityKind, KindCount, kindsOfId } from "../entityKind.ts";
import { EntityKey, idsBy, type AnyKey } from "../keys.ts";
import { findCommon, orderOf, type Shared } from "./findCommon.ts";
import { basisDescription, Step, StepKind } from "./step.ts";

@ObjectType({ simpleResolvers: true, description: "An entity that two others share, and how each leads to it." })
class CommonEdge {
  @Field(() => String, { description: "The cursor of this item, for `after` or `before`." })
  cursor!: string;
  @Field(() => Entity, { description: "The shared entity." })
  node!: object;
  @Field(() => [Step], { description: "The steps from the first entity to it." })
  fromA!: object[];
  @Field(() => [Step], { description: "The steps from the second entity to it." })
  fromB!: object[];
}

@ObjectType({
  simpleResolvers: true,
  description: "A page of what two entities share, sorted by kind, then as in lists of that kind.",
})
class CommonConnection {
  @Field(() => [CommonEdge], { description: "The shared entities, with cursors and the steps that lead to them." })
  edges!: CommonEdge[];
  @Field(() => [Entity], { description: "The shared entities, without steps." })
  nodes!: object[];
  @Field(() => PageInfo, { description: "The position of this page in the list." })
  pageInfo!: PageInfo;
  @Field(() => Int, { description: "The total number of shared entities." })
  totalCount!: number;
  @Field(() => [KindCount], { description: "The numbers of shared entities by kind." })
  countsByKind!: KindCount[];
}

@Resolver()
export class CommonQuestion {
  @Query(() => CommonConnection, {
    nullable: true,
    description:
      "What two entities share: the meetings both took part in, the offices both held, the states both served, and everything else to which both lead in one step. Null if either is unknown.",
  })
  async common(
    @Arg("a", () => EntityKey, { description: "The first entity." }) one: AnyKey,
    @Arg("b", () => EntityKey, { description: "The second entity." }) other: AnyKey,
    @Arg("kinds", () => [EntityKind], { nullable: true, description: "Only entities of these kinds." })
    kinds: string[] | null | undefined,
    @Arg("through", () => [StepKind], { nullable: true, description: "Only through these kinds of step." })
    through: string[] | null | undefined,
    @Arg("during", () => EDTF, {
      nullable: true,
      description: "Only steps that fall, or may fall, in this period. Undated steps are included.",
    })
    during: string | null | undefined,
    @Arg("basis", () => ClaimBasis, { nullable: true, description: basisDescription })
    basis: Basis | null | undefined,
    @Args(() => RangeArguments) args: PageArguments,
    @Ctx() { graph }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const page = readPage("Query.common", {
      ...args,
      a: one,
      b: other,
      kinds,
      through,
      during,
      basis,
    } as PageArguments);
    const [a, b] = await idsBy([one, other], graph, info);
    if (a == null || b == null) return null;
    if (a === b) throw inputError(`Query.common: "a" and "b" are the same, ${a}. Give two different entities.`);
    const shared = await findCommon(graph, a, b, {
      kinds: kinds ? kindsOfId(kinds) : null,
      through: through ?? null,
      during: during ?? null,
      basis: basis ?? null,
    });
    if (shared === null) return null;
    const found = pageOf(shared, page);
    const nodes = await graph.nodes(
      found.map(({ id }) => id),
      info,
      new Set(ofPage.flatMap((path) => [...selectedFields(info, ...path)])),
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
      countsByKind: kindsIn(shared),
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

/** The items of a page, in the order of the walk, one more than its limit if there are more. */
function pageOf(shared: Shared[], { after, before, backward, limit }: PageRequest): Shared[] {
  const later = (each: Shared, [key, id]: readonly [string | number, string, string]): boolean =>
    orderOf(each) > String(key) || (orderOf(each) === key && each.id > id);
  const same = (each: Shared, [, id]: readonly [string | number, string, string]): boolean => each.id === id;
  const within = shared.filter(
    (each) => (!after || later(each, after)) && (!before || !(later(each, before) || same(each, before))),
  );
  return (backward ? within.reverse() : within).slice(0, limit + 1);
}

function kindsIn(shared: Shared[]): KindCount[] {
  const counts = new Map<string, number>();
  for (const { id } of shared) {
    const kind = wordOf(readId(id).type.name);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => ({ kind, count }));
}
