/** GraphML: typed keys, the edition on the graph, the nodes, then the edges. */
import { fieldsOfAll, type ExportField } from "../exportFields.ts";
import type { ExportEdge, ExportNode } from "../nodes.ts";
import { joined, textOf, type Format } from "./format.ts";
import { attributes, escaped } from "./xmlText.ts";

const types: Partial<Record<ExportField["datatype"], string>> = {
  integer: "long",
  float: "double",
  boolean: "boolean",
};

const graphKeys = ["title", "request", "edition", "editionDate"];
const spanKeys = ["start", "end"];

export const graphml: Format = {
  name: "graphml",
  description: "GraphML: nodes and edges with typed attributes",
  contentType: "application/graphml+xml; charset=utf-8",
  async *write(selection, { title, request, edition }) {
    const fields = fieldsOfAll(selection.nodeTypes).filter(({ name, relation }) => name !== "id" && !relation);
    yield `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
${[
  ...graphKeys.map((name) => key("graph", name)),
  ...["type", ...spanKeys, "sources", "licences"].map((name) => key("node", name)),
  ...fields.map(({ name, datatype }) => key("node", name, types[datatype])),
  ...["relation", ...spanKeys, "sources"].map((name) => key("edge", name)),
].join("\n")}
<graph id="entente" edgedefault="directed">
${data("graph", { title, request, edition: edition.digest, editionDate: edition.date })}
`;
    for await (const node of selection.nodes()) yield nodeElement(node, fields);
    for await (const { edges } of selection.items()) if (edges.length > 0) yield edges.map(edgeElement).join("");
    yield "</graph>\n</graphml>\n";
  },
};

function nodeElement({ id, type, values, start, end, sources, licences }: ExportNode, fields: ExportField[]): string {
  const all: Record<string, string | null> = { type: type.name, start, end };
  all.sources = sources.length > 0 ? joined(sources) : null;
  all.licences = licences.length > 0 ? joined(licences) : null;
  for (const { name } of fields) if (values[name] !== undefined) all[name] = textOf(values[name]);
  return `<node${attributes({ id })}>${data("node", all)}</node>\n`;
}

function edgeElement({ id, source, target, relation, start, end, sources }: ExportEdge): string {
  const all = { relation, start, end, sources: sources.length > 0 ? joined(sources) : null };
  return `<edge${attributes({ id, source, target })}>${data("edge", all)}</edge>\n`;
}

function key(of: string, name: string, type = "string"): string {
  return `<key${attributes({ id: `${of}.${name}`, for: of, "attr.name": name, "attr.type": type })}/>`;
}

function data(of: string, values: Record<string, string | null>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === null ? "" : `<data key="${of}.${name}">${escaped(value)}</data>`))
    .join("");
}
