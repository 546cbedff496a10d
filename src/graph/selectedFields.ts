/** What a query selects below a field: the look-ahead by which only wanted columns are fetched. */
import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from "graphql";

/**
 * The names of the fields selected below the one being resolved.
 * Fragments on any type count, and `@skip` is not looked at: at worst a column is fetched that nobody reads.
 * @param path the fields to go down through first: `"edges", "node"`.
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

/** Whether of an entity nothing but its id is wanted. */
export function onlyId(selected: Set<string>): boolean {
  for (const name of selected) if (name !== "id" && name !== "__typename") return false;
  return true;
}

/** The fields wanted of each item of a page. */
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
