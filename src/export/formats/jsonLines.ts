/** JSON Lines: a header line, a line per item with its edges after it, and an end line. */
import type { ExportEdge, ExportNode } from "../nodes.ts";
import type { Format } from "./format.ts";

export const jsonLines: Format = {
  name: "jsonl",
  description: "JSON Lines: a header, one line an item or an edge, and an end",
  contentType: "application/jsonl; charset=utf-8",
  async *write(selection, { title, edition }, { sources }) {
    const count = { nodes: 0, edges: 0 };
    yield line({ type: "header", title, edition, entityTypes: selection.types.map(({ name }) => name) });
    for await (const item of selection.items()) {
      count.nodes += 1;
      count.edges += item.edges.length;
      yield nodeLine(item) + item.edges.map(edgeLine).join("");
    }
    yield line({
      type: "end",
      ...count,
      sources: sources.all().map(({ id, name, address }) => ({ id, name, address, licence: sources.licenceOf(id) })),
    });
  },
};

function nodeLine({ id, type, values, sources, licences }: ExportNode): string {
  return line({ type: type.name, id, ...values, sources, licences });
}

function edgeLine({ source, target, relation, start, end, sources }: ExportEdge): string {
  return line({ type: "edge", source, target, relation, ...(start && { start }), ...(end && { end }), sources });
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
