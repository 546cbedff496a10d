/** Laws of every searched kind: it is found by its name, and `asOf` works. */
import { describe, expect, test } from "@jest/globals";
import "../../src/entities/entities.ts";
import { propertyOf, searchedTypes } from "../../src/graph/model/model.ts";
import { wordOf } from "../../src/graph/model/casing.ts";
import type { EntityType } from "../../src/graph/model/declarations.ts";
import { useService } from "../support/service.ts";

// A plan of each search is made while others ask too.
const { ask } = useService({ limits: { milliseconds: 120_000 } });
const named = (types: readonly EntityType[]) => types.map((type) => [type.name, type] as const);

test("most kinds are searched", () => {
  expect(searchedTypes().length).toBeGreaterThan(13);
});

describe("a search for its name finds it", () => {
  test.each(named(searchedTypes()))("%s", async (name, { plural }) => {
    const listed = await ask(`{ ${plural}(first: 1) { nodes { id name } } }`);
    const [node] = listed.data[plural].nodes as { id: string; name: string }[];
    expect(node).toBeDefined();
    const text = node!.name.slice(0, 100);
    const found = await ask(
      "query ($text: String!, $kinds: [EntityKind!]) { search(text: $text, kinds: $kinds, first: 100) { nodes { id } } }",
      { text, kinds: [wordOf(name)] },
    );
    expect(found.errors).toBeUndefined();
    expect(found.data.search.nodes).toContainEqual({ id: node!.id });
  });
});

interface Dated {
  id: string;
  status?: string;
  [date: string]: unknown;
}

describe("as of a day it is there from its beginning to its end", () => {
  const timed = searchedTypes().filter(({ time }) => time.from !== undefined);

  test.each(named(timed))("%s", async (name, type) => {
    const { plural, time } = type;
    const begins = time.from === "sortKey" ? type.order.filter((each) => isDate(type, each)) : [time.from!];
    const dates = [...new Set([...begins, ...(time.until === undefined ? [] : [time.until])])];
    const status = time.never === undefined ? "" : "status";
    const fields = `id ${status} ${dates.map((each) => `${each} { firstDay lastDay }`).join(" ")}`;
    // Null sorts last, so that a list by a date begins with a value.
    const inOrder = async (by: string | undefined): Promise<Dated[]> => {
      const order = by === undefined || by === "sortKey" ? "" : `, orderBy: { field: ${wordOf(by)} }`;
      const listed = await ask(`{ ${plural}(first: 100${order}) { nodes { ${fields} } } }`);
      expect(listed.errors).toBeUndefined();
      return (listed.data[plural].nodes as Dated[]).filter(({ status: word }) => !time.never?.includes(word ?? ""));
    };
    const nodes = await inOrder(time.from);
    const day = (node: Dated, property: string | undefined, end: "firstDay" | "lastDay"): string | null =>
      property === undefined ? null : ((node[property] as Record<string, string | null> | null)?.[end] ?? null);
    const beginning = (node: Dated): string | null =>
      begins.map((each) => day(node, each, "firstDay")).find((each) => each !== null) ?? null;
    const isThere = async ({ id }: Dated, asOf: string): Promise<boolean> => {
      const answer = await ask(`{ ${plural}(filter: { id: { eq: "${id}" } }, asOf: "${asOf}") { totalCount } }`);
      expect(answer.errors).toBeUndefined();
      return answer.data[plural].totalCount === 1;
    };
    const begun = nodes.find((node) => beginning(node) !== null);
    if (begun === undefined) {
      // No source of the seed gives its day.
      expect([name, await isThere(nodes[0]!, "1800-01-01")]).toEqual(["Source", true]);
      return;
    }
    const first = beginning(begun)!;
    expect([first, await isThere(begun, first)]).toEqual([first, true]);
    expect([first, await isThere(begun, next(first, -1))]).toEqual([first, false]);
    if (time.isMoment) {
      expect(await isThere(begun, "2090-01-01")).toBe(true);
      return;
    }
    const last = (node: Dated): string | null => day(node, time.until, "lastDay");
    const over = (await inOrder(time.until)).find((node) => last(node) !== null);
    const open = nodes.find((node) => last(node) === null && beginning(node) !== null);
    expect([over, open]).not.toEqual([undefined, undefined]);
    if (over) {
      expect([over.id, await isThere(over, last(over)!)]).toEqual([over.id, true]);
      expect([over.id, await isThere(over, next(last(over)!, 1))]).toEqual([over.id, false]);
    }
    if (open) expect([open.id, await isThere(open, "2090-01-01")]).toEqual([open.id, true]);
  });
});

function isDate({ class: cls }: EntityType, name: string): boolean {
  return propertyOf(cls, name)?.datatype === "date";
}

function next(day: string, by: number): string {
  return new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);
}
