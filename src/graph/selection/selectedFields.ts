/** Reads what a query selects below a field, ahead of its resolvers. */
import {
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  type SelectionSetNode,
} from "graphql";

export type Info = Pick<GraphQLResolveInfo, "fieldNodes" | "fragments">;

/** A field as selected somewhere below a level. */
export interface SelectedField {
  node: FieldNode;
  /** The types of the fragments around it. */
  conditions: readonly string[];
  /** Whether `@skip` or `@include` decides about it. */
  optional: boolean;
}

/**
 * The names of the fields selected below the one being resolved.
 * Fragments on any type count, and `@skip` is ignored: at worst an unused column is fetched.
 * @param path the fields to descend through first: `"edges", "node"`.
 */
export function selectedFields(info: Info, ...path: string[]): Set<string> {
  return new Set(fieldsBelow(levelAt(info, path), info).keys());
}

/** The selections at the end of a path of fields, from the field being resolved. */
export function levelAt(info: Info, path: readonly string[]): SelectionSetNode[] {
  return levelBelow(
    info.fieldNodes.flatMap((node) => node.selectionSet ?? []),
    path,
    info,
  );
}

/** The selections at the end of a path of fields, from a level. */
export function levelBelow(
  from: readonly SelectionSetNode[],
  path: readonly string[],
  info: Pick<Info, "fragments">,
): SelectionSetNode[] {
  let level = [...from];
  for (const name of path)
    level = (fieldsBelow(level, info).get(name) ?? []).flatMap(({ node }) => node.selectionSet ?? []);
  return level;
}

/** The fields of a level by their names, each with all places in which it is selected, under any alias. */
export function fieldsBelow(
  level: readonly SelectionSetNode[],
  info: Pick<Info, "fragments">,
): Map<string, SelectedField[]> {
  const fields = new Map<string, SelectedField[]>();
  walk(level, info.fragments, [], false, (field) => {
    const name = field.node.name.value;
    const found = fields.get(name);
    if (found) found.push(field);
    else fields.set(name, [field]);
  });
  return fields;
}

/** What is selected below some fields. */
export function below(fields: readonly SelectedField[]): SelectionSetNode[] {
  return fields.flatMap(({ node }) => node.selectionSet ?? []);
}

/** Whether only the id of an entity is selected. */
export function onlyId(selected: Iterable<string>): boolean {
  for (const name of selected) if (name !== "id" && name !== "__typename") return false;
  return true;
}

/** Whether a list is only counted: then no page is read. */
export function onlyCounts(selected: Iterable<string>): boolean {
  const names = [...selected];
  return names.length > 0 && names.every((name) => name === "totalCount" || name === "counts");
}

function walk(
  level: readonly SelectionSetNode[],
  fragments: Record<string, FragmentDefinitionNode>,
  conditions: readonly string[],
  optional: boolean,
  visit: (field: SelectedField) => void,
): void {
  for (const { selections } of level) {
    for (const selection of selections) {
      const decided = optional || (selection.directives?.length ?? 0) > 0;
      if (selection.kind === Kind.FIELD) {
        visit({ node: selection, conditions, optional: decided });
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value]!;
      const type = fragment.typeCondition?.name.value;
      walk([fragment.selectionSet], fragments, type === undefined ? conditions : [...conditions, type], decided, visit);
    }
  }
}
