/** JSON-LD 1.1: the edition as a data set, each item with its sources, and the sources. */
import type { Property } from "../../graph/model/declarations.ts";
import { typeNamed } from "../../graph/model/model.ts";
import { context, typesOf } from "../context.ts";
import { fieldsOf } from "../exportFields.ts";
import type { ExportNode } from "../nodes.ts";
import type { Format } from "./format.ts";

export const jsonLd: Format = {
  name: "jsonld",
  description: "JSON-LD: linked data in the words of schema.org and PROV",
  contentType: "application/ld+json; charset=utf-8",
  async *write(selection, { title, request, edition }, { sources }) {
    const dataSet = {
      id: `entente:edition:${edition.digest}`,
      type: ["schema:Dataset", "prov:Entity"],
      "schema:name": `Entente: ${title}`,
      "schema:description": request,
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
  for (const { name, datatype, property } of fieldsOf(type)) {
    const value = values[name];
    if (value === undefined || name === "id") continue;
    if (datatype === "date") Object.assign(found, endsOf(value as string, property!));
    found[name] = datatype === "ids" ? (value as string[]).map(iri) : datatype === "id" ? iri(value as string) : value;
  }
  if (typeof values.wikidata === "string" && /^Q\d+$/.test(values.wikidata))
    found.sameAs = `https://www.wikidata.org/entity/${values.wikidata}`;
  if (sources.length > 0) found.sources = sources.map(iri);
  if (licences.length > 0) found.licences = licences;
  return found;
}

/**
 * The beginning and the end of a date in terms of other vocabularies. Where no day is known they are in EDTF: the first
 * day that `1984` can mean is not the day on which anything began.
 */
function endsOf(edtf: string, { elsewhere }: Property): Record<string, object> {
  if (typeof elsewhere !== "object") return {};
  const [first, last = first] = /[[{]/.test(edtf) ? [edtf] : edtf.split("/");
  const ends: [term: string, edtf: string | undefined][] = [
    [elsewhere.first, first],
    [elsewhere.last, last],
  ];
  return Object.fromEntries(
    ends.flatMap(([term, end]) => {
      if (!end || end === "..") return [];
      return [[term, { "@value": end, "@type": /^\d{4}-\d\d-\d\d$/.test(end) ? "xsd:date" : "edtf:EDTF" }]];
    }),
  );
}

function iri(id: string): string {
  return `entente:${id}`;
}
