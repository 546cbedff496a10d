import { GraphQLLocalDate } from "graphql-scalars";
import { Ctx, Field, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../graph/graph.ts";
import { query } from "../graph/queries.ts";

@ObjectType({ simpleResolvers: true, description: "The state of the whole graph, so that a citation can name it." })
export class Edition {
  @Field(() => String, {
    description: "The digest of all nodes and edges, 64 hexadecimal digits: the same for the same facts.",
  })
  digest!: string;
  @Field(() => GraphQLLocalDate, { description: "The day on which the graph came to this state." })
  date!: string;
  @Field(() => [String], { description: "The names of the bundles that were loaded." })
  bundles!: string[];
}

@Resolver()
export class EditionQuestion {
  @Query(() => Edition, {
    nullable: true,
    description: "The edition of the graph. Null as long as nothing was loaded.",
  })
  async edition(@Ctx() { graph }: Context): Promise<Edition | null> {
    const [row] = (await graph.read(query("query/edition"), {})) as [[string, string, string[]]?];
    if (!row) return null;
    const [digest, date, bundles] = row;
    return { digest, date, bundles };
  }
}
