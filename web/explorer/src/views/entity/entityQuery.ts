/** The query for the page of an entity, made from the fields of its type. */
import claim from "../../parts/claim.graphql?raw";
import { dateFields } from "../../parts/EdtfDate.tsx";
import { unwrapped, type EntityTypes, type Field, type ObjectType } from "../../schema/entityTypes.ts";

/** What the page shows in places of its own, or under the facts. */
const ownPlace = new Set([
  "id",
  "name",
  "summary",
  "claims",
  "contested",
  "evidence",
  "formerIds",
  "identities",
  "noValue",
  "someValue",
]);

export interface List {
  field: Field;
  /** The type of its items. */
  itemType: string;
}

/** The fields of a type, by their place on the page. */
export interface Layout {
  type: ObjectType;
  facts: Field[];
  lists: List[];
  /** What holds on a day, for a type that changes over time. */
  asOf: Field | undefined;
}

/** The number of items of each list at first, and on a page of one. */
export const sizes = { first: 5, page: 25 };
/** The number of claims read with an entity. */
export const mostClaims = 100;
/** How deep values within values are shown. */
const depth = 3;

/** Sorts the fields of a type by their place on the page. */
export function layoutOf(types: EntityTypes, type: ObjectType): Layout {
  const layout: Layout = { type, facts: [], lists: [], asOf: undefined };
  for (const field of type.fields) {
    const found = unwrapped(field.type);
    const itemType = types.itemTypeOf(found);
    if (ownPlace.has(field.name)) continue;
    else if (field.name === "asOf") layout.asOf = field;
    else if (itemType) layout.lists.push({ field, itemType });
    else if (field.args.length === 0 && !found.name.endsWith("Connection") && found.name !== "JSONObject")
      layout.facts.push(field);
  }
  // What only this kind has comes first.
  const isCommon = ({ field }: List): number => Number(types.common.has(field.name));
  layout.lists.sort((one, other) => isCommon(one) - isCommon(other));
  return layout;
}

/** What the address asks of the page. */
export interface Wanted {
  asOf: string | null;
  /** The list of which a page is wanted, with that page. */
  list: string | null;
  page: Record<string, unknown>;
}

/** The text of the query, and which variables it has besides `$id`. */
export function entityQuery(types: EntityTypes, layout: Layout, wanted: Wanted): string {
  const { type, facts, lists, asOf } = layout;
  const isDated = wanted.asOf !== null;
  const isPaged = lists.some(({ field }) => field.name === wanted.list);
  const variables = [
    "$id: ID!",
    ...(isDated ? ["$asOf: LocalDate!"] : []),
    ...(isPaged ? ["$first: Int", "$last: Int", "$after: String", "$before: String"] : []),
  ];
  return [
    indented(`query ${type.name}Page(${variables.join(", ")}) {
edition {
date
digest
}
citation(id: $id) {
text
}
node(id: $id) {
... on ${type.name} {
id
name
summary
formerIds
someValue
noValue
contested
${facts.map(({ name, type: each }) => `${name}${selection(types, each, depth)}`).join("\n")}
${asOf && isDated ? `asOf(date: $asOf)${selection(types, asOf.type, depth)}` : ""}
${lists.map((list) => connection(types, list, wanted)).join("\n")}
claims(first: ${mostClaims}) {
totalCount
nodes {
...ClaimFields
}
}
}
}
}`),
    claim,
  ].join("\n");
}

function connection(types: EntityTypes, { field, itemType }: List, wanted: Wanted): string {
  const isPaged = field.name === wanted.list;
  const given = [
    isPaged ? "first: $first, last: $last, after: $after, before: $before" : `first: ${sizes.first}`,
    ...(wanted.asOf !== null && field.args.some(({ name }) => name === "asOf") ? ["asOf: $asOf"] : []),
  ];
  const details = detailsOf(types, itemType).map((each) => `${each.name}${selection(types, each.type, 1)}`);
  return `${field.name}(${given.join(", ")}) {
totalCount
${isPaged ? "pageInfo {\nhasNextPage\nhasPreviousPage\nstartCursor\nendCursor\n}" : ""}
nodes {
__typename
id
name
${details.join("\n")}
}
}`;
}

/** What tells an item of a list from others: its dates, and at most two of its enumerations. */
export function detailsOf(types: EntityTypes, itemType: string): Field[] {
  const fields = types.entities.get(itemType)?.fields ?? [];
  const plain = fields.filter(({ args, type }) => args.length === 0 && !unwrapped(type).isList);
  const dates = plain.filter(({ type }) => unwrapped(type).name === "EDTFDate");
  const words = plain.filter(({ type }) => unwrapped(type).kind === "ENUM");
  return [...dates, ...words.slice(0, 2)];
}

function selection(types: EntityTypes, type: Field["type"], left: number): string {
  const found = unwrapped(type);
  if (found.kind === "ENUM" || found.kind === "SCALAR") return "";
  if (found.name === "EDTFDate") return ` {\n${dateFields.replaceAll(" ", "\n")}\n}`;
  if (types.isEntity(found)) return " {\n... on Entity {\n__typename\nid\nname\n}\n}";
  return ` {\n${valueFields(types, found.name, left)
    .map((each) => `${each.name}${selection(types, each.type, left - 1)}`)
    .join("\n")}\n}`;
}

/** The fields of a value that are shown. */
export function valueFields(types: EntityTypes, name: string, left = depth): Field[] {
  return (types.typeNamed(name)?.fields ?? []).filter(({ args, type }) => {
    const each = unwrapped(type);
    if (args.length > 0 || each.name.endsWith("Connection") || each.name === "Claim") return false;
    return left > 1 || each.kind !== "OBJECT" || each.name === "EDTFDate" || types.isEntity(each);
  });
}

function indented(text: string): string {
  let level = 0;
  return text
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => {
      if (line.startsWith("}")) level -= 1;
      const placed = "  ".repeat(level) + line;
      if (line.endsWith("{")) level += 1;
      return placed;
    })
    .join("\n");
}
