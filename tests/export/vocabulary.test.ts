/** Laws of names in exports: columns, characters, and terms of other vocabularies. */
import { describe, expect, test } from "@jest/globals";
import "../../src/entities/entities.ts";
import { fieldsOf } from "../../src/export/exportFields.ts";
import { graphml } from "../../src/export/formats/graphml.ts";
import { prefixes } from "../../src/export/vocabulary.ts";
import { entityTypes } from "../../src/graph/model/model.ts";
import { readGraph } from "../support/exports/exports.ts";
import { topics, written } from "../support/exports/written.ts";

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

describe("awkward texts", () => {
  test.each(["<b>&amp;\"'", "]]>", "two\nlines\ttabs", "𝔄 🕊", "\u0085"])("%j comes back from XML", async (name) => {
    expect(readGraph("graphml", await written(graphml, topics([name]))).nodes.get("topic:0")!.name).toBe(name);
  });

  test.each(["\u0000", "\u001f", "\ufffe", "\ud800"])("%j, which XML can't hold, is replaced", async (name) => {
    const text = await written(graphml, topics([`a${name}b`]));
    expect(readGraph("graphml", text).nodes.get("topic:0")!.name).toBe("a\ufffdb");
  });
});
