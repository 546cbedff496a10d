/** Reads a query's selection ahead, so that only needed columns are fetched. */
import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from "graphql";

/**
 * The names of the fields selected below the one being resolved.
 * Fragments on any type count, and `@skip` is ignored: at worst an unused column is fetched.
 * @param path the fields to descend through first: `"edges", "node"`.
 */
export function selectedFields(
  info: Pick<GraphQLResolveInfo, "fieldNodes" | "fragments">,
  ...path: string[]
): Set<string> {
  let level: SelectionSetNode[] = info.fieldNodes.flatMap((node) => node.selectionSet ?? []);
  for (const name of path) {
    const below: SelectionSetNode[] = [];
    walk(level, info, (field, selection) => {
      if (field === name && selection) below.push(selection);
    });
    level = below;
  }
  const names = new Set<string>();
  walk(level, info, (field) => names.add(field));
  return names;
}

/** Whether only the id of an entity is selected. */
export function onlyId(selected: Set<string>): boolean {
  for (const name of selected) if (name !== "id" && name !== "__typename") return false;
  return true;
}

/** The fields selected for each item of a page. */
export function pageSelection(info: GraphQLResolveInfo): Set<string> {
  return new Set([...selectedFields(info, "nodes"), ...selectedFields(info, "edges", "node")]);
}

/** Whether a list is only counted: then no page is read. */
export function onlyCounts(info: GraphQLResolveInfo): boolean {
  const selected = selectedFields(info);
  return selected.size > 0 && [...selected].every((name) => name === "totalCount" || name === "counts");
}

function walk(
  level: SelectionSetNode[],
  info: Pick<GraphQLResolveInfo, "fragments">,
  visit: (field: string, selection: SelectionSetNode | undefined) => void,
): void {
  for (const { selections } of level) {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) visit(selection.name.value, selection.selectionSet);
      else if (selection.kind === Kind.INLINE_FRAGMENT) walk([selection.selectionSet], info, visit);
      else walk([info.fragments[selection.name.value]!.selectionSet], info, visit);
    }
  }
}
