/** JSON-LD 1.1: the edition as a data set, each item with its sources, and the sources. */
import { typeNamed } from "../../graph/model/model.ts";
import { context, typesOf } from "../context.ts";
import { fieldsOf } from "../exportFields.ts";
import type { ExportNode } from "../nodes.ts";
import type { Format } from "./format.ts";

export const jsonLd: Format = {
  name: "jsonld",
  description: "JSON-LD: linked data in the words of schema.org and PROV",
  contentType: "application/ld+json; charset=utf-8",
  async *write(selection, { title, edition }, { sources }) {
    const dataSet = {
      id: `entente:edition:${edition.digest}`,
      type: ["schema:Dataset", "prov:Entity"],
      "schema:name": `Entente: ${title}`,
      "schema:version": edition.digest,
      "schema:dateModified": { "@value": edition.date, "@type": "xsd:date" },
    };
    yield `{"@context":${JSON.stringify(context())},\n"@graph":[\n${JSON.stringify(dataSet)}`;
    const written = new Set<string>();
    for await (const item of selection.items()) {
      if (item.type.name === "Source") written.add(item.id);
      yield `,\n${JSON.stringify(linked(item))}`;
    }
    for (const { id, name, address } of sources.all().filter((source) => !written.has(source.id)))
      yield `,\n${JSON.stringify({
        id: iri(id),
        type: typesOf(typeNamed("Source")!),
        identifier: id,
        name,
        ...(address !== null && { address }),
        ...(sources.licenceOf(id) !== null && { licence: sources.licenceOf(id) }),
      })}`;
    yield "\n]}\n";
  },
};

function linked({ id, type, values, sources, licences }: ExportNode): object {
  const found: Record<string, unknown> = { id: iri(id), type: typesOf(type), identifier: id };
  for (const { name, datatype } of fieldsOf(type)) {
    const value = values[name];
    if (value === undefined || name === "id") continue;
    found[name] = datatype === "ids" ? (value as string[]).map(iri) : datatype === "id" ? iri(value as string) : value;
  }
  if (sources.length > 0) found.sources = sources.map(iri);
  if (licences.length > 0) found.licences = licences;
  return found;
}

function iri(id: string): string {
  return `entente:${id}`;
}
