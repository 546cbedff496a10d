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
