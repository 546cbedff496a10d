/** The graph depends only on the content of bundles and editors' decisions, not on order or history. */
import { describe, expect, test } from "@jest/globals";
import { decide } from "../../src/ingest/ingest.ts";
import { digest, emptied, load, putBundle, today } from "../support/bundles.ts";
import { useOwnService } from "../support/ownService.ts";
import { bundles, meeting } from "../support/fourBundles.ts";

const { ask, door, folder } = useOwnService();

const names = Object.keys(bundles);
const put = (name: string, { stated, defaults } = bundles[name]!): string =>
  putBundle(folder(), name, stated, defaults);
const withdrawn = (name: string): string => putBundle(folder(), name, {});

async function loadAll(order: string[]): Promise<string> {
  let edition = "";
  for (const name of order) edition = (await load(door(), put(name))).edition;
  return edition;
}

async function graphOf(order: string[]): Promise<[digest: string, edition: string]> {
  await emptied(door());
  const edition = await loadAll(order);
  return [await digest(door()), edition];
}

/** Eight orders of the four, each in each position. */
const orders = names.flatMap((_, shift) => {
  const turned = [...names.slice(shift), ...names.slice(0, shift)];
  return [turned, [...turned].reverse()];
});

describe("bundles about the same things", () => {
  test("make the same graph and the same edition in every order", async () => {
    const first = await graphOf(orders[0]!);
    for (const order of orders.slice(1)) expect([order, await graphOf(order)]).toEqual([order, first]);
    const data = await ask(
      `{ post(by: { slug: "us-ambassador-to-mx" }) { tenures { nodes { id formerIds official { id aliases formerIds } } } }
         meetings { nodes { id formerIds } } }`,
    );
    expect(data.meetings.nodes).toEqual([
      { id: "meeting:trip-1", formerIds: ["meeting:visit-9"] },
      { id: "meeting:trip-2", formerIds: [] },
    ]);
    expect(data.post.tenures.nodes[0]).toEqual({
      id: "tenure:101",
      formerIds: ["tenure:y-landau"],
      official: {
        id: "official:landau-christopher",
        aliases: ["Christopher Landau"],
        formerIds: ["official:us-chris-landau"],
      },
    });
  });

  test("loaded again, change nothing", async () => {
    const [before, edition] = await graphOf(names);
    for (const name of names) {
      const { counts, edition: again } = await load(door(), put(name));
      expect([name, counts]).toEqual([name, expect.objectContaining({ new: 0, changed: 0, withdrawn: 0 })]);
      expect(again).toBe(edition);
    }
    expect(await digest(door())).toBe(before);
  });

  test.each(names)("%s withdrawn, or corrected and put right again, leaves no trace", async (name) => {
    const others = names.filter((each) => each !== name);
    const without = await graphOf(others);
    await loadAll([name]);
    const whole = await digest(door());
    const { edition, counts, withdrawn: gone } = await load(door(), withdrawn(name));
    expect([counts.withdrawn, gone.includes(bundles[name]!.defaults.source)]).toEqual([gone.length, true]);
    expect([await digest(door()), edition]).toEqual(without);
    await loadAll([name]);
    expect(await digest(door())).toBe(whole);
    // A newer edition with other statements on the same, and the first one again.
    const changed = put(name, {
      ...bundles[name]!,
      stated: { Source: bundles[name]!.stated.Source!, Country: [{ id: "country:xx", name: "X" }] },
    });
    await load(door(), changed);
    expect(await digest(door())).not.toBe(whole);
    await load(door(), put(name));
    expect(await digest(door())).toBe(whole);
  });

  test("a newer edition changes what it changes; what others say stays", async () => {
    await loadAll(names);
    const { stated, defaults } = bundles.appointments!;
    const [tenure] = stated.Tenure!;
    const newer = { ...stated, Tenure: [{ ...tenure, entered: "2019-08-27", ended: "2021-01-20" }] };
    const { counts } = await load(door(), putBundle(folder(), "appointments", newer, defaults));
    // It yields to the source's own words; the tenure named after it does not change.
    expect(counts).toMatchObject({ new: 0, changed: 1, withdrawn: 0, withdrawnClaims: 1 });
    const { tenure: found } = await ask(
      `{ tenure(by: { slug: "101" }) { entered { edtf } ended { edtf } attested { edtf } claims(filter: { predicate: { eq: ENTERED } }) { nodes { value } } } }`,
    );
    expect(found).toMatchObject({
      entered: { edtf: "2019-08-27" },
      ended: { edtf: "2021-01-20" },
      attested: [{ edtf: "2020-05" }],
    });
    expect(found.claims.nodes.map(({ value }: { value: string }) => value).sort()).toEqual(["2019", "2019-08-27"]);
  });

  test("a claim that two of them make survives when one is withdrawn", async () => {
    await loadAll(names);
    const claims = `{ post(by: { slug: "us-ambassador-to-mx" }) { name aliases claims(filter: { predicate: { in: [NAME, ALIASES] } }) { nodes { value retrieved { edtf } } } } }`;
    const { post: both } = await ask(claims);
    expect(both.aliases.sort()).toEqual(["Ambassador to Mexico", "Envoy to Mexico"]);
    expect(both.claims.nodes.map((each: any) => each.retrieved.edtf).sort()).toEqual([
      "2023-05-01",
      "2023-05-01",
      "2024-05-01",
    ]);
    await load(door(), withdrawn("yearbook"));
    const { post: one } = await ask(claims);
    expect(one.aliases.sort()).toEqual(["Ambassador to Mexico", "Envoy to Mexico"]);
    expect(one.claims.nodes.map((each: any) => each.retrieved.edtf)).toEqual([
      "2024-05-01",
      "2024-05-01",
      "2024-05-01",
    ]);
  });

  test("what is left without an end is told, and nothing is withdrawn", async () => {
    await loadAll(["trips"]);
    await load(
      door(),
      putBundle(
        folder(),
        "own",
        { Meeting: [meeting("meeting:own", { follows: "meeting:trip-2" })] },
        { source: "source:trips", at: "1" },
      ),
    );
    const before = await digest(door());
    await expect(load(door(), withdrawn("trips"))).rejects.toThrow(
      /meeting:own of own leads to meeting:trip-2 by "follows", which nothing would state any longer\. Keep it, or correct own first\./,
    );
    expect(await digest(door())).toBe(before);
  });
});

describe("an editor's word", () => {
  const pairs = ["official:landau-christopher", "official:us-chris-landau"] as const;

  test("separates what rules join, joins what they keep apart, and is taken back without a trace", async () => {
    const [before, edition] = await graphOf(names);
    const { edition: separated } = await decide(
      door(),
      { a: pairs[0], b: pairs[1], outcome: "DIFFERENT", reason: "two people" },
      today,
    );
    expect(separated).not.toBe(edition);
    const apart = await ask(
      `{ node(id: "official:us-chris-landau") { id } official(by: { slug: "landau-christopher" }) { formerIds } }`,
    );
    expect(apart).toEqual({ node: { id: "official:us-chris-landau" }, official: { formerIds: [] } });
    const { edition: back } = await decide(door(), { a: pairs[0], b: pairs[1], outcome: null }, today);
    expect([await digest(door()), back]).toEqual([before, edition]);

    const meetings = ["meeting:trip-1", "meeting:trip-2"] as const;
    await decide(door(), { a: meetings[0], b: meetings[1], outcome: "SAME", reason: "one journey" }, today);
    const joined = await ask(`{ meetings { nodes { id formerIds } } node(id: "meeting:trip-2") { id } }`);
    expect(joined).toEqual({
      meetings: { nodes: [{ id: "meeting:trip-1", formerIds: ["meeting:trip-2", "meeting:visit-9"] }] },
      node: { id: "meeting:trip-1" },
    });
    await decide(door(), { a: meetings[0], b: meetings[1], outcome: null }, today);
    expect(await digest(door())).toBe(before);
  });

  test("holds whatever is loaded after it, as if it had been given last", async () => {
    const word = { a: pairs[0], b: pairs[1], outcome: "DIFFERENT", reason: "two people" } as const;
    await graphOf(names);
    const { edition } = await decide(door(), word, today);
    const after = await digest(door());
    await emptied(door());
    await loadAll(names.slice(0, 2));
    await decide(door(), word, today);
    expect(await loadAll(names.slice(2))).toBe(edition);
    expect(await digest(door())).toBe(after);
  });

  test("taking back what nobody decided is refused", async () => {
    await loadAll(names);
    const before = await digest(door());
    await expect(decide(door(), { a: "meeting:trip-1", b: "meeting:trip-2", outcome: null }, today)).rejects.toThrow(
      /There is no editor's decision/,
    );
    await expect(
      decide(door(), { a: "meeting:nowhere", b: "meeting:trip-2", outcome: "SAME", reason: "x" }, today),
    ).rejects.toThrow(/No entity has or had the id "meeting:nowhere"/);
    expect(await digest(door())).toBe(before);
  });

  test("old ids lead on, by node and by every question that takes an id", async () => {
    await loadAll(names);
    const data =
      await ask(`{ node(id: "official:us-chris-landau") { id ... on Official { name formerIds claims { nodes { statedId } } } }
      nodes(ids: ["meeting:visit-9", "tenure:y-landau", "meeting:none"]) { id } official(by: { slug: "us-chris-landau" }) { id } }`);
    expect(data.node).toMatchObject({ id: "official:landau-christopher", formerIds: ["official:us-chris-landau"] });
    expect(new Set(data.node.claims.nodes.map((each: any) => each.statedId))).toEqual(
      new Set([null, "official:us-chris-landau"]),
    );
    expect(data.nodes).toEqual([{ id: "meeting:trip-1" }, { id: "tenure:101" }, null]);
    expect(data.official).toEqual({ id: "official:landau-christopher" });
  });
});

describe("what sources differ about", () => {
  test("is listed once a field, with the rivals and why; a year that holds a day is no rival", async () => {
    await loadAll(names);
    const data =
      await ask(`{ claims(filter: { contested: { eq: true }, shown: { eq: true } }) { nodes { predicate value rank subject { id }
      others { nodes { value contested shown rank rankReason } } } }
      tenure(by: { slug: "101" }) { contested entered { edtf } } }`);
    const rows = data.claims.nodes.map((each: any) => [each.subject.id, each.predicate]);
    expect(rows.sort()).toEqual([
      ["meeting:trip-1", "KIND"],
      ["tenure:101", "APPOINTED"],
    ]);
    const appointed = data.claims.nodes.find((each: any) => each.predicate === "APPOINTED");
    expect(appointed).toMatchObject({ value: "2019-07-18", rank: "PREFERRED" });
    expect(appointed.others.nodes).toEqual([
      {
        value: "2019-08-01",
        contested: true,
        shown: false,
        rank: "NORMAL",
        rankReason: expect.stringMatching(/^nothing speaks for one of them/),
      },
    ]);
    expect(data.tenure).toEqual({ contested: ["APPOINTED"], entered: { edtf: "2019-08-26" } });
  });
});
