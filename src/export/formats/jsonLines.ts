/** JSON Lines: a header line, a line per item with its edges after it, and an end line. */
import type { ExportEdge, ExportNode } from "../nodes.ts";
import { chosenOf, columnsOf, type Format } from "./format.ts";

export const jsonLines: Format = {
  name: "jsonl",
  description: "JSON Lines: a header, one line an item or an edge, and an end",
  contentType: "application/jsonl; charset=utf-8",
  columns: columnsOf,
  async *write(selection, { title, request, edition }, { sources }, columns) {
    const count = { nodes: 0, edges: 0 };
    yield line({ type: "header", title, request, edition, entityTypes: selection.types.map(({ name }) => name) });
    for await (const item of selection.items()) {
      const edges = item.edges.filter(({ relation }) => columns?.includes(relation) ?? true);
      count.nodes += 1;
      count.edges += edges.length;
      yield nodeLine(item, columns) + edges.map(edgeLine).join("");
    }
    yield line({
      type: "end",
      ...count,
      sources: sources.all().map(({ id, name, address }) => ({ id, name, address, licence: sources.licenceOf(id) })),
    });
  },
};

// The type is always there: it tells an item's line from others.
function nodeLine({ id, type, values, sources, licences }: ExportNode, columns?: readonly string[]): string {
  const all: Record<string, unknown> = { type: type.name, id, ...values, sources, licences };
  return line(columns ? { type: type.name, ...chosenOf(all, columns) } : all);
}

function edgeLine({ source, target, relation, start, end, sources }: ExportEdge): string {
  return line({ type: "edge", source, target, relation, ...(start && { start }), ...(end && { end }), sources });
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
