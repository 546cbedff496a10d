/** The log of editions: the changes of each, and between two. */
import { describe, expect, test } from "@jest/globals";
import { prepare } from "../../src/graph/database/prepare.ts";
import { decide } from "../../src/ingest/ingest.ts";
import { digest, load, putBundle, today, type Stated } from "../support/bundles.ts";
import { useOwnService } from "../support/ownService.ts";

const { ask, door, folder, service } = useOwnService({ milliseconds: 60_000 });

const source = (id: string): Record<string, unknown> => ({ id: `source:${id}`, name: id, kind: "DATA_SET" });
const topics = (...names: [slug: string, name: string][]): Record<string, unknown>[] =>
  names.map(([slug, name]) => ({ id: `topic:${slug}`, name }));

/** Loads a bundle that states these. @returns the edition. */
async function loaded(name: string, stated: Stated): Promise<string> {
  const of = stated.Topic === undefined ? {} : { Source: [source(name)], ...stated };
  const { edition } = await load(door(), putBundle(folder(), name, of, { source: `source:${name}`, at: "1" }));
  return edition;
}

async function since(key: object, args = ""): Promise<any> {
  const { changedSince } = await ask(
    `query Since($key: EditionKey!) { changedSince(edition: $key) { from { number } to { number digest } counts { kind change count }
      changes${args} { totalCount pageInfo { hasNextPage endCursor } nodes { entityId change entity { id name } } } } }`,
    { key },
  );
  return changedSince;
}

const told = ({ changes }: any): string[] => changes.nodes.map(({ entityId, change }: any) => `${change} ${entityId}`);

describe("from an edition to now", () => {
  test("what was added, changed and withdrawn is told, with the entity as it is", async () => {
    const first = await loaded("one", { Topic: topics(["a", "A"], ["b", "B"], ["c", "C"]) });
    const second = await loaded("one", { Topic: topics(["a", "A"], ["b", "Beta"], ["d", "D"]) });
    const found = await since({ digest: first });
    expect([found.from.number, found.to]).toEqual([1, { number: 2, digest: second }]);
    expect(told(found)).toEqual(["CHANGED topic:b", "WITHDRAWN topic:c", "ADDED topic:d"]);
    expect(found.changes.nodes.map(({ entity }: any) => entity?.name ?? null)).toEqual(["Beta", null, "D"]);
    expect(found.counts).toEqual([
      { kind: "TOPIC", change: "ADDED", count: 1 },
      { kind: "TOPIC", change: "CHANGED", count: 1 },
      { kind: "TOPIC", change: "WITHDRAWN", count: 1 },
    ]);
    expect((await since({ digest: second })).changes.totalCount).toBe(0);
    const withdrawn = await ask(`{ node(id: "topic:c") { id } }`);
    expect(withdrawn.node).toBeNull();
  });

  test("several editions come to what they come to together", async () => {
    const first = await loaded("one", { Topic: topics(["a", "A"], ["b", "B"]) });
    await loaded("two", { Topic: topics(["x", "X"], ["y", "Y"]) });
    await loaded("one", { Topic: topics(["a", "A"]) });
    await loaded("two", { Topic: topics(["y", "Yes"]) });
    await loaded("one", { Topic: topics(["a", "A"], ["b", "B"]) });
    // x was added and removed; b was removed and added again; y was added and changed.
    expect(told(await since({ digest: first }))).toEqual(["ADDED source:two", "CHANGED topic:b", "ADDED topic:y"]);
    expect(told(await since({ number: 2 }, "(kinds: [TOPIC], changes: [WITHDRAWN])"))).toEqual(["WITHDRAWN topic:x"]);
  });

  test("the same facts again are no new edition; facts that come back are one, with the digest of before", async () => {
    const first = await loaded("one", { Topic: topics(["a", "A"]) });
    await loaded("one", { Topic: topics(["a", "A"]) });
    expect((await ask("{ editions { totalCount } }")).editions.totalCount).toBe(1);
    await loaded("one", { Topic: topics(["a", "B"]) });
    await loaded("one", { Topic: topics(["a", "A"]) });
    const { editions, edition } = await ask(
      "{ editions { nodes { number digest bundle date added changed withdrawn merged } } edition { number digest } }",
    );
    expect(editions.nodes.map(({ number }: any) => number)).toEqual([1, 2, 3]);
    expect(editions.nodes[0]).toEqual({
      number: 1,
      digest: first,
      bundle: "one",
      date: "2026-11-24",
      added: 2,
      changed: 0,
      withdrawn: 0,
      merged: 0,
    });
    expect(edition).toEqual({ number: 3, digest: first });
    expect(editions.nodes[2].digest).toBe(first);
    // The later of two with one digest: nothing differs from it.
    expect((await since({ digest: first })).from.number).toBe(3);
  });

  test("what was found to be another leads there", async () => {
    const meetings = ["a", "b"].map((slug) => ({
      id: `meeting:${slug}`,
      name: slug,
      status: "HELD",
      date: "2020-02-03",
    }));
    const first = await loaded("one", { Topic: topics(["a", "A"]), Meeting: meetings });
    await decide(door(), { a: "meeting:a", b: "meeting:b", outcome: "SAME", reason: "one" }, today);
    const { changes } = await since({ digest: first });
    expect(changes.nodes.map(({ entityId, change, entity }: any) => [entityId, change, entity.id])).toEqual([
      ["meeting:a", "CHANGED", "meeting:a"],
      ["meeting:b", "MERGED", "meeting:a"],
    ]);
  });

  test("pages walk both ways", async () => {
    const first = await loaded("one", { Topic: topics(["a", "A"]) });
    await loaded("two", { Topic: topics(["b", "B"], ["c", "C"], ["d", "D"]) });
    const all = told(await since({ digest: first }));
    expect(all).toHaveLength(4);
    const one = await since({ digest: first }, "(first: 3)");
    expect([told(one), one.changes.pageInfo.hasNextPage]).toEqual([all.slice(0, 3), true]);
    const rest = await since({ digest: first }, `(first: 3, after: "${one.changes.pageInfo.endCursor}")`);
    expect(told(rest)).toEqual(all.slice(3));
    expect(told(await since({ digest: first }, "(last: 2)"))).toEqual(all.slice(-2));
  });
});

describe("an edition is named", () => {
  test("by a day: what was there at its end; before the first there was nothing", async () => {
    await loaded("one", { Topic: topics(["a", "A"]) });
    expect((await since({ date: "2026-11-24" })).changes.totalCount).toBe(0);
    const before = await since({ date: "2020-01-01" });
    expect([before.from, told(before)]).toEqual([null, ["ADDED source:one", "ADDED topic:a"]]);
  });

  test("by one key alone, and one that the log has", async () => {
    await loaded("one", { Topic: topics(["a", "A"]) });
    const { errors } = await service().ask(`{ changedSince(edition: { digest: "abc" }) { to { number } } }`);
    expect(errors![0]!.extensions.code).toBe("NOT_FOUND");
    expect(errors![0]!.message).toMatch(/No edition abc .* from number 1 of 2026-11-24 to number 1: ask "editions"/);
    const two = await service().ask(`{ changedSince(edition: { digest: "abc", number: 1 }) { to { number } } }`);
    expect(two.errors![0]!.message).toMatch(/exactly one/i);
  });

  test("of an empty graph there is none", async () => {
    expect(await ask(`{ changedSince(edition: { number: 1 }) { to { number } } edition { digest } }`)).toEqual({
      changedSince: null,
      edition: null,
    });
  });
});

describe("the log stands beside the graph", () => {
  test("no digest knows of it", async () => {
    await loaded("one", { Topic: topics(["a", "A"]) });
    const before = await digest(door());
    await loaded("one", { Topic: topics(["a", "B"]) });
    await loaded("one", { Topic: topics(["a", "A"]) });
    expect(await digest(door())).toBe(before);
  });

  test("a graph that is older begins it with what it is", async () => {
    await loaded("one", { Topic: topics(["a", "A"]) });
    await door().write(async (run) => {
      await run("MATCH (logged) WHERE logged:Edition OR logged:Change DELETE logged");
      await run("MATCH (marker:Entente) REMOVE marker.number SET marker.prepared = 'of before'");
    });
    await prepare(door());
    const { editions } = await ask("{ editions { nodes { number bundle added } } }");
    expect(editions.nodes).toEqual([{ number: 1, bundle: null, added: null }]);
    await loaded("two", { Topic: topics(["b", "B"]) });
    expect(told(await since({ number: 1 }))).toEqual(["ADDED source:two", "ADDED topic:b"]);
    const { errors } = await service().ask(`{ changedSince(edition: { date: "2020-01-01" }) { to { number } } }`);
    expect(errors![0]!.message).toMatch(/No edition at the end of 2020-01-01 is in the log/);
  });
});

describe("an answer that is asked for its edition", () => {
  const post = async (body: object, headers = {}): Promise<any> => {
    const response = await fetch(`${service().url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
    return response.json();
  };

  test("has it beside the data, by the request's extensions or a header; others don't", async () => {
    const edition = await loaded("one", { Topic: topics(["a", "A"]) });
    const query = "{ topics { totalCount } }";
    const expected = { edition: { digest: edition, date: "2026-11-24" } };
    expect((await post({ query, extensions: { edition: true } })).extensions).toMatchObject(expected);
    expect((await post({ query }, { "x-entente-edition": "1" })).extensions).toMatchObject(expected);
    expect((await post({ query })).extensions?.edition).toBeUndefined();
  });

  test("costs one statement", async () => {
    await loaded("one", { Topic: topics(["a", "A"]) });
    const lines = service().log.length;
    await post({ query: "{ topics { totalCount } }", extensions: { edition: true } });
    await post({ query: "{ topics { totalCount } }" });
    const [withIt, without] = service()
      .log.slice(lines)
      .filter(({ msg }) => msg === "answered");
    expect([withIt!.queries, without!.queries]).toEqual([2, 1]);
  });
});
