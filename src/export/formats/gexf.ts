/** GEXF 1.3: a dynamic graph, with the first and last day of each node and edge. */
import { fieldsOfAll, type ExportField } from "../exportFields.ts";
import type { ExportEdge, ExportNode } from "../nodes.ts";
import { joined, textOf, type Format } from "./format.ts";
import { attributes, escaped } from "./xmlText.ts";

const types: Partial<Record<ExportField["datatype"], string>> = {
  integer: "integer",
  float: "double",
  boolean: "boolean",
};

export const gexf: Format = {
  name: "gexf",
  description: "GEXF 1.3: a graph in time, for Gephi",
  contentType: "application/gexf+xml; charset=utf-8",
  async *write(selection, { title, request, edition }) {
    const fields = fieldsOfAll(selection.nodeTypes).filter(({ name, relation }) => name !== "id" && !relation);
    yield `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta${attributes({ lastmodifieddate: edition.date })}>
<creator>Entente</creator>
<description>${escaped(`${title} (${request}). Edition of ${edition.date}, digest ${edition.digest}. Each node names its sources and their licences.`)}</description>
</meta>
<graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">
<attributes class="node" mode="static">
${[attribute("type"), attribute("sources"), attribute("licences"), ...fields.map(({ name, datatype }) => attribute(name, types[datatype]))].join("\n")}
</attributes>
<attributes class="edge" mode="static">
${attribute("relation")}
${attribute("sources")}
</attributes>
<nodes>
`;
    for await (const node of selection.nodes()) yield nodeElement(node, fields);
    yield "</nodes>\n<edges>\n";
    for await (const { edges } of selection.items()) if (edges.length > 0) yield edges.map(edgeElement).join("");
    yield "</edges>\n</graph>\n</gexf>\n";
  },
};

function nodeElement({ id, type, values, start, end, sources, licences }: ExportNode, fields: ExportField[]): string {
  const all: Record<string, string> = { type: type.name };
  if (sources.length > 0) all.sources = joined(sources);
  if (licences.length > 0) all.licences = joined(licences);
  for (const { name } of fields) if (values[name] !== undefined) all[name] = textOf(values[name]);
  const label = typeof values.name === "string" ? values.name : id;
  return `<node${attributes({ id, label, start, end })}>${attributeValues(all)}</node>\n`;
}

function edgeElement({ id, source, target, relation, start, end, sources }: ExportEdge): string {
  const all = { relation, ...(sources.length > 0 && { sources: joined(sources) }) };
  // Two nodes may have several relations: `kind` distinguishes them.
  const own = attributes({ id, source, target, label: relation, kind: relation, start, end });
  return `<edge${own}>${attributeValues(all)}</edge>\n`;
}

function attribute(name: string, type = "string"): string {
  return `<attribute${attributes({ id: name, title: name, type })}/>`;
}

function attributeValues(values: Record<string, string>): string {
  const all = Object.entries(values).map(([name, value]) => `<attvalue${attributes({ for: name, value })}/>`);
  return `<attvalues>${all.join("")}</attvalues>`;
}
