/** Reads the arguments of a list ahead of its resolver, if it can be read inside another statement. */
import { getArgumentValues, type GraphQLInterfaceType, type GraphQLObjectType, type GraphQLResolveInfo } from "graphql";
import { readFilter } from "../filter.ts";
import type { ModelClass, Relation } from "../model/declarations.ts";
import { coordinate, typeOf } from "../model/model.ts";
import { readPage, type PageArguments } from "../page.ts";
import type { JoinedList } from "./selection.ts";
import type { SelectedField } from "./selectedFields.ts";

/**
 * The page and the condition that a list asks for, or why the request alone doesn't say.
 * @param fields the places in which it is selected, under one name in the answer.
 * @param number distinguishes the variables and parameters of its condition.
 */
export function readInside(
  cls: ModelClass,
  relation: Relation,
  fields: readonly SelectedField[],
  { schema, variableValues }: GraphQLResolveInfo,
  number: number,
): Pick<JoinedList, "page" | "condition"> | string {
  const type = schema.getType(typeOf(cls).name) as GraphQLObjectType | GraphQLInterfaceType;
  const types = new Set([type, ...type.getInterfaces()].map(({ name }) => name));
  if (fields.some(({ optional }) => optional)) return "@skip or @include decides about it";
  if (fields.some(({ conditions }) => conditions.some((name) => !types.has(name))))
    return "a fragment decides about it";
  try {
    const field = type.getFields()[relation.name]!;
    const args = getArgumentValues(field, fields[0]!.node, variableValues) as PageArguments;
    if (args.after || args.before) return "it goes on from a cursor, which belongs to one parent";
    const target = relation.target();
    return {
      page: readPage(coordinate(relation), args, target),
      condition: readFilter(target, args.filter, args.asOf, { item: `item${number}`, prefix: `list${number}` }),
    };
  } catch {
    return "its arguments are refused";
  }
}
