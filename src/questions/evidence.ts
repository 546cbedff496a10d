/** The query `evidence` of each entity: the claims behind a field, for values and relations to one thing. */
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { Claim } from "../entities/Claim.ts";
import { enumeration } from "../graph/model/declare.ts";
import { fold } from "../graph/fold.ts";
import type { Context, Graph } from "../graph/graph.ts";
import { isOwned, propertiesOf, relationsOf } from "../graph/model/model.ts";
import { wordOf } from "../graph/model/casing.ts";
import type { EntityType } from "../graph/model/declarations.ts";
import { evidenceSize } from "../graph/page.ts";
import { query } from "../graph/queries.ts";

/** Derived fields, without evidence. */
const derived = ["id", "someValue", "noValue", "contested", "formerIds"];

/** The fields of a type that claims state: properties, and relations stated on its side; by enumeration value. */
export function fieldsSaid({ class: cls }: EntityType): Map<string, string> {
  const properties = propertiesOf(cls).filter(({ name }) => !derived.includes(name));
  const relations = relationsOf(cls).filter(isOwned);
  return new Map([...properties, ...relations].map(({ name }) => [wordOf(name), name]));
}

/** The resolver class of an entity's evidence. */
export function evidenceOf(type: EntityType): new () => object {
  const fields = fieldsSaid(type);
  const described = new Map([...propertiesOf(type.class), ...relationsOf(type.class)].map((each) => [each.name, each]));
  const Words = enumeration(
    `${type.name}Field`,
    `The fields of ${type.name} that claims state.`,
    Object.fromEntries([...fields].map(([word, name]) => [word, described.get(name)!.description])),
  );

  class Evidence {
    async evidence(
      { id }: { id: string },
      of: string,
      { graph }: Context,
      info: GraphQLResolveInfo,
    ): Promise<object[]> {
      const ids = await graph.batched("evidence", `${id} ${fields.get(of)!}`, (keys) => claimsBehind(graph, keys));
      return (await graph.nodes(ids, info)) as object[];
    }
  }
  const prototype = Evidence.prototype;
  FieldResolver(() => [Claim], {
    description: `Evidence for a field: claims that give the value shown or a compatible one, at most ${evidenceSize}. None if the field is empty and no source says so.`,
  })(prototype, "evidence", Object.getOwnPropertyDescriptor(prototype, "evidence")!);
  Root()(prototype, "evidence", 0);
  Arg("of", () => Words, { description: "The field." })(prototype, "evidence", 1);
  Ctx()(prototype, "evidence", 2);
  Info()(prototype, "evidence", 3);
  Resolver(() => type.class as never)(Evidence);
  return Evidence;
}

/** The ids of the claims behind some fields, in one statement. @param keys each an id and a field. */
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
