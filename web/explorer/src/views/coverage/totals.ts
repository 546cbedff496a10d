/** How many there are of each kind, and how many facts of each are contested: for all kinds that the schema has. */
import type { Ask } from "../../site/ask.ts";
import type { KindTotal } from "./recordAnswer.ts";

interface List {
  name: string;
  args: { name: string }[];
  type: { ofType: { name: string } | null };
}

interface Schema {
  __schema: { queryType: { fields: List[] } };
  __type: { enumValues: { name: string }[] };
}

let schema: Promise<Schema> | undefined;

/** Asks the schema for its lists, once, and then for their lengths. */
export async function totalsOf(
  ask: Ask,
): Promise<{ kinds: KindTotal[]; contested: { kind: string; total: number }[] }> {
  schema ??= ask<Schema>(
    `{ __schema { queryType { fields { name args { name } type { ofType { name } } } } } __type(name: "EntityKind") { enumValues { name } } }`,
  ).then(({ data }) => data);
  let found: Schema;
  try {
    found = await schema;
  } catch (error) {
    schema = undefined;
    throw error;
  }
  const lists = found.__schema.queryType.fields.filter(({ args }) =>
    ["filter", "orderBy"].every((name) => args.some((each) => each.name === name)),
  );
  const kinds = found.__type.enumValues.map(({ name }) => name);
  const { data } = await ask<Record<string, { totalCount: number }>>(
    `{ ${lists.map(({ name }) => `${name} { totalCount }`).join(" ")} ${kinds
      .map((kind) => `of_${kind}: contested(kinds: [${kind}]) { totalCount }`)
      .join(" ")} }`,
  );
  const largestFirst = (a: { total: number }, b: { total: number }): number => b.total - a.total;
  return {
    kinds: lists
      .map(({ name, type }) => {
        const total = data[name]!.totalCount;
        // A list of meetings is a `MeetingConnection`.
        return { total, name: total === 1 && type.ofType ? type.ofType.name.replace("Connection", "") : name };
      })
      .sort(largestFirst),
    contested: kinds
      .map((kind) => ({ kind, total: data[`of_${kind}`]!.totalCount }))
      .filter(({ total }) => total > 0)
      .sort(largestFirst),
  };
}
