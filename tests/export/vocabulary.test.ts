/** Laws of names in exports: columns, characters, and terms of other vocabularies. */
import { describe, expect, test } from "@jest/globals";
import "../../src/entities/entities.ts";
import { fieldsOf } from "../../src/export/exportFields.ts";
import { csv } from "../../src/export/formats/csv.ts";
import { graphml } from "../../src/export/formats/graphml.ts";
import type { ExportNode } from "../../src/export/nodes.ts";
import type { Access, Selection } from "../../src/export/selection.ts";
import { prefixes } from "../../src/export/vocabulary.ts";
import { entityTypes, typeNamed } from "../../src/graph/model/model.ts";
import { readCsv, readGraph } from "../support/exports/exports.ts";

describe("the words of others", () => {
  test("are stated for each entity", () => {
    expect(entityTypes().filter(({ elsewhere }) => elsewhere.length === 0)).toEqual([]);
  });

  test("are of prefixes that there are", () => {
    const words = entityTypes().flatMap((type) => [
      ...type.elsewhere,
      ...fieldsOf(type).flatMap(({ elsewhere }) => elsewhere ?? []),
    ]);
    expect(words.length).toBeGreaterThan(90);
    for (const word of words) expect(Object.keys(prefixes)).toContain(word.split(":")[0]);
  });

  test("no field has a name that exports give a meaning of their own", () => {
    const own = ["type", "sources", "licences", "edition", "start", "end", "identifier", "sameAs"];
    for (const type of entityTypes())
      expect(
        fieldsOf(type)
          .map(({ name }) => name)
          .filter((name) => own.includes(name)),
      ).toEqual([]);
  });
});

/** A selection of one topic with this name and these aliases. */
function topic(name: string, aliases: string[] = []): Selection {
  const type = typeNamed("Topic")!;
  const node: ExportNode = {
    id: "topic:a",
    type,
    values: { id: "topic:a", name, aliases },
    sources: ["source:a"],
    licences: ["CC0 1.0"],
    edges: [],
    start: null,
    end: null,
  };
  const items = async function* () {
    yield node;
  };
  return { title: "a topic", types: [type], nodeTypes: [type], items, nodes: items };
}

async function written(format: typeof csv, selection: Selection): Promise<string> {
  const about = {
    title: selection.title,
    request: selection.title,
    edition: { digest: "0".repeat(64), date: "2026-01-01" },
  };
  let text = "";
  for await (const piece of format.write(selection, about, {} as Access)) text += piece;
  return text;
}

describe("awkward texts", () => {
  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])("%j is no formula in a cell", async (name) => {
    const [row] = readCsv(await written(csv, topic(name)));
    expect(row!.name).toBe(`'${name}`);
  });

  test.each(['a "quoted", one', "two\nlines", "Bárcena", "a|b\\c"])("%j comes back from CSV", async (name) => {
    const [row] = readCsv(await written(csv, topic(name, [name, "other"])));
    expect(row!.name).toBe(name);
    expect(row!.aliases!.split(/(?<!\\)\|/).map((each) => each.replace(/\\(.)/g, "$1"))[0]).toBe(name);
  });

  test.each(["<b>&amp;\"'", "]]>", "two\nlines\ttabs", "𝔄 🕊", "\u0085"])("%j comes back from XML", async (name) => {
    expect(readGraph("graphml", await written(graphml, topic(name))).nodes.get("topic:a")!.name).toBe(name);
  });

  test.each(["\u0000", "\u001f", "\ufffe", "\ud800"])("%j, which XML can't hold, is replaced", async (name) => {
    const text = await written(graphml, topic(`a${name}b`));
    expect(readGraph("graphml", text).nodes.get("topic:a")!.name).toBe("a\ufffdb");
  });
});
