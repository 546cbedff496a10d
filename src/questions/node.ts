import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Query, Resolver } from "type-graphql";
import { Node } from "../entities/Node.ts";
import { limitError } from "../graph/errors.ts";
import type { Context } from "../graph/graph.ts";
import { GlobalID } from "../graph/id.ts";
import { pageSize } from "../graph/page.ts";

@Resolver()
export class NodeQuestions {
  @Query(() => Node, { nullable: true, description: "Anything by its id. Null if the id is unknown." })
  node(
    @Arg("id", () => GlobalID, { description: "The global id." }) id: string,
    @Ctx() { graph }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return graph.node(id, info);
  }

  @Query(() => [Node], {
    nullable: "items",
    description: `Several by their ids, at most ${pageSize.maximum}, in the order of \`ids\`; null for an unknown id.`,
  })
  nodes(
    @Arg("ids", () => [GlobalID], { description: "The global ids." }) ids: string[],
    @Ctx() { graph }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (ids.length > pageSize.maximum) {
      throw limitError(
        `Query.nodes: at most ${pageSize.maximum} ids; got ${ids.length}. Ask in several requests.`,
        pageSize.maximum,
      );
    }
    return graph.nodes(ids, info);
  }
}
