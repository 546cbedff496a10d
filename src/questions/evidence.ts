/** The query `evidence` of each entity: the claims behind a field, for values and relations to one thing. */
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { Claim } from "../entities/Claim.ts";
import { Entity } from "../entities/Entity.ts";
import { inputError } from "../graph/errors.ts";
import { fold } from "../graph/fold.ts";
import type { Context, Graph } from "../graph/graph.ts";
import { readId } from "../graph/id.ts";
import { wordOf } from "../graph/model/casing.ts";
import { FieldName, statedFields } from "../graph/model/fieldName.ts";
import { evidenceSize } from "../graph/page.ts";
import { query } from "../graph/queries.ts";

@Resolver(() => Entity)
export class EntityEvidence {
  @FieldResolver(() => [Claim], {
    description: `Evidence for a field: at most ${evidenceSize} claims that give its value or a compatible one. Empty if no source states the field.`,
  })
  async evidence(
    @Root() { id }: Entity,
    @Arg("of", () => FieldName, { description: "A field of this type." }) of: string,
    @Ctx() { graph }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object[]> {
    const { type } = readId(id);
    const fields = statedFields(type);
    if (!fields.includes(of))
      throw inputError(
        `${type.name}.evidence: claims on this type don't state ${wordOf(of)}. Ask for one of ${fields.map(wordOf).sort().join(", ")}.`,
      );
    const ids = await graph.batched("evidence", `${id} ${of}`, (keys) => claimsBehind(graph, keys));
    return (await graph.nodes(ids, info)) as object[];
  }
}

/** The ids of the claims behind some fields, in one query. @param keys each an id and a field. */
async function claimsBehind(graph: Graph, keys: readonly string[]): Promise<string[][]> {
  const asked = keys.map((key) => {
    const [id, name] = key.split(" ") as [string, string];
    // A source's name for it, if not the one shown, is an alias.
    const names = name === "aliases" ? ["aliases", "name"] : [name];
    return { key, id, keys: names.map((each) => `${fold(each)} `), fields: names };
  });
  const rows = await graph.read(query("evidence/claimsOfFields"), { asked, mostClaims: evidenceSize });
  const found = new Map(rows as [string, string[]][]);
  return keys.map((key) => found.get(key) ?? []);
}
