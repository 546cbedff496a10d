/** Reads the arguments of lists ahead of their resolvers, if they can be read inside another statement. */
import {
  getArgumentValues,
  isObjectType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
} from "graphql";
import { readFilter } from "../filter.ts";
import type { Condition } from "../listQueries.ts";
import type { ModelClass, Relation } from "../model/declarations.ts";
import { coordinate, typeOf } from "../model/model.ts";
import { keyOfPage, readPage, type PageArguments, type PageRequest } from "../page.ts";
import type { SelectedField } from "./selectedFields.ts";

/** Why a list isn't read inside: its resolver says more. */
export const refused = "its arguments are refused";

/** A page that is asked for in some places of the request. */
export interface PageInside {
  page: PageRequest;
  /** As `keyOfPage`. */
  key: string;
  /** The filter, with variables and parameters of a number. @throws as `readFilter`. */
  conditionOf: (number: number) => Condition;
  fields: SelectedField[];
}

/**
 * The different pages of a relation that are asked for, each once, or why the request alone doesn't say.
 * Places under one name may ask for different pages, if they are below different names, and places under different
 * names for the same.
 * @param selected all places in which the relation is selected.
 */
export function pagesInside(
  cls: ModelClass,
  relation: Relation,
  selected: readonly SelectedField[],
  { schema, variableValues }: GraphQLResolveInfo,
): PageInside[] | string {
  const type = schema.getType(typeOf(cls).name) as GraphQLObjectType | GraphQLInterfaceType;
  const types = new Set([type, ...type.getInterfaces()].map(({ name }) => name));
  const isCertain = ({ conditions }: SelectedField): boolean => conditions.every((name) => types.has(name));
  // A fragment on another type never applies to an object; to what an interface stands for it may.
  const fields = isObjectType(type) ? selected.filter(isCertain) : selected;
  if (!fields.every(isCertain)) return "a fragment decides about it";
  if (fields.some(({ optional }) => optional)) return "@skip or @include decides about it";
  const pages = new Map<string, PageInside>();
  try {
    for (const field of fields) {
      const args = getArgumentValues(type.getFields()[relation.name]!, field.node, variableValues) as PageArguments;
      if (args.after || args.before) return "it goes on from a cursor, which belongs to one parent";
      const target = relation.target();
      const page = readPage(coordinate(relation), args, target);
      const key = keyOfPage(page);
      const before = pages.get(key);
      if (before) {
        before.fields.push(field);
        continue;
      }
      const conditionOf = (number: number): Condition =>
        readFilter(target, args.filter, args.asOf, { item: `item${number}`, prefix: `list${number}` });
      pages.set(key, { page, key, conditionOf, fields: [field] });
    }
  } catch {
    return refused;
  }
  return [...pages.values()];
}
