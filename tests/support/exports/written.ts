/** What a format writes of topics that no graph holds. */
import type { Format } from "../../../src/export/formats/format.ts";
import type { Access, Selection } from "../../../src/export/selection.ts";
import { Sources } from "../../../src/export/sources.ts";
import { typeNamed } from "../../../src/graph/model/model.ts";

/** Topics with these names and aliases. */
export function topics(names: string[], aliases: string[] = []): Selection {
  const type = typeNamed("Topic")!;
  const items = async function* () {
    for (const [index, name] of names.entries()) {
      const id = `topic:${index}`;
      const rest = { sources: ["source:a"], licences: ["CC0 1.0"], edges: [], start: null, end: null };
      yield { id, type, values: { id, name, aliases }, ...rest };
    }
  };
  return { title: "topics", types: [type], nodeTypes: [type], items, nodes: items };
}

/** The text of a format. */
export async function written(format: Format, selection: Selection, columns?: string[]): Promise<string> {
  const { title } = selection;
  const about = { title, request: title, edition: { digest: "0".repeat(64), date: "2026-01-01" } };
  const access: Access = { read: async () => [], sources: new Sources(async () => []) };
  let text = "";
  for await (const piece of format.write(selection, about, access, columns)) text += piece;
  return text;
}
