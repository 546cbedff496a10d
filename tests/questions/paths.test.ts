import { beforeAll, describe, expect, test } from "@jest/globals";
import { readMemory, type Memory } from "../support/memory.ts";
import { randomNumbers } from "../support/random.ts";
import { overlaps, stepsOf, waysBetween, type Steps } from "../support/steps.ts";
import { useService } from "../support/service.ts";

const { ask, service } = useService();
const [blinken, mayorkas] = ["official:blinken-antony-j", "official:mayorkas-alejandro"];
const [barcena, biden] = ["official:barcena-alicia", "official:biden-joe"];
const talks = "meeting:mexico-city-2023-12-27";
const fields =
  "paths { length sentence steps { relation direction kind sentence date { edtf } from { id } to { id } via { id } claims { id } } } truncated reason searched { entities steps length hubs }";

const paths = async (from: string, to: string, more = ""): Promise<any> => {
  const { data, errors } = await ask(`{ paths(from: { id: "${from}" }, to: { id: "${to}" } ${more}) { ${fields} } }`);
  expect(errors).toBeUndefined();
  return data.paths;
};
const idsOf = ({ steps }: any): string[] => [steps[0].from.id, ...steps.map(({ to }: any) => to.id)];

describe("who took part together", () => {
  test("two who took part in one meeting are two steps apart, each step a part in it with its claims", async () => {
    const {
      paths: [first],
    } = await paths(blinken, mayorkas, "first: 1");
    expect(idsOf(first)).toEqual([blinken, talks, mayorkas]);
    expect(first.length).toBe(2);
    expect(first.steps.map(({ relation, direction }: any) => [relation, direction])).toEqual([
      ["Participation", "FORWARD"],
      ["Participation", "BACKWARD"],
    ]);
    for (const { via, claims, date } of first.steps) {
      expect(via.id).toMatch(/^participation:/);
      expect(claims.length).toBeGreaterThan(0);
      expect(date.edtf).toBe("2023-12-27");
    }
  });

  test("the sentence tells it as one would", async () => {
    const {
      paths: [first],
    } = await paths(blinken, mayorkas, "first: 1");
    expect(first.sentence).toMatch(
      /^Antony .*Blinken [a-z ]+ the talks in Mexico City on 27 December 2023, (in|at) which Alejandro Mayorkas [a-z ]+\.$/,
    );
  });

  test("the claims of a step are of the part that it is", async () => {
    const {
      paths: [
        {
          steps: [step],
        },
      ],
    } = await paths(blinken, mayorkas, "first: 1");
    const { data } = await ask(
      `{ nodes(ids: ${JSON.stringify(step.claims.map(({ id }: any) => id))}) { ... on Claim { subject { id } } } }`,
    );
    for (const { subject } of data.nodes) expect(subject.id).toBe(step.via.id);
  });

  test("one who spoke of the talks isn't said to have been there", async () => {
    const found = await paths(blinken, barcena);
    for (const path of found.paths) {
      const ids = idsOf(path);
      expect(ids[ids.indexOf(talks) + 1]).not.toBe(barcena);
    }
  });

  test("there and back again is the same way", async () => {
    const [there, back] = [await paths(mayorkas, barcena), await paths(barcena, mayorkas)];
    expect(back.paths.map((path: any) => idsOf(path).reverse())).toEqual(there.paths.map(idsOf));
  });
});

describe("what a way may go through", () => {
  test("nothing that is avoided", async () => {
    const found = await paths(blinken, mayorkas, `avoid: [{ id: "${talks}" }], first: 10`);
    for (const path of found.paths) expect(idsOf(path)).not.toContain(talks);
  });

  test("no country, unless that is asked for", async () => {
    const open = await paths(blinken, biden, "first: 10, hubs: { kinds: [], neighbours: 1000 }, maximumLength: 2");
    expect(open.paths.map(idsOf)).toContainEqual([blinken, "country:us", biden]);
    const closed = await paths(blinken, mayorkas, "first: 10, maximumLength: 4");
    for (const path of closed.paths)
      for (const id of idsOf(path)) expect(id).not.toMatch(/^(country|place|topic|source):/);
    expect(closed.searched.hubs).toBeGreaterThan(0);
  });

  test("a country may be an end", async () => {
    const found = await paths("country:mx", blinken, "first: 1");
    expect(idsOf(found.paths[0])[0]).toBe("country:mx");
  });

  test("only the kinds of step that are named", async () => {
    const found = await paths(blinken, mayorkas, "through: [PARTICIPATION], first: 10");
    expect(found.paths.length).toBeGreaterThan(0);
    for (const { steps } of found.paths) for (const { kind } of steps) expect(kind).toBe("PARTICIPATION");
    expect((await paths(blinken, mayorkas, "through: [MEETING_HOST]")).paths).toEqual([]);
  });

  test("only the time that is asked for", async () => {
    expect((await paths(blinken, mayorkas, `during: "2023-12", first: 1`)).paths.map(idsOf)).toEqual([
      [blinken, talks, mayorkas],
    ]);
    for (const path of (await paths(blinken, mayorkas, `during: "2022", first: 10`)).paths)
      expect(idsOf(path)).not.toContain(talks);
  });

  test("a part that is asked for by its id is an end, and no way goes through another", async () => {
    const part = "participation:mexico-city-2023-12-27-blinken";
    const found = await paths(part, mayorkas, "first: 1");
    expect(idsOf(found.paths[0])).toEqual([part, talks, mayorkas]);
    expect(found.paths[0].steps[0].relation).toBe("Participation.meeting");
  });
});

describe("what isn't right", () => {
  test("an unknown id is null", async () => {
    expect(await paths(blinken, "official:nobody")).toBeNull();
    expect(await paths("official:nobody", blinken)).toBeNull();
  });

  test.each([
    [`from: { id: "${blinken}" }, to: { id: "nobody" }`, "BAD_USER_INPUT", /not an id/],
    [`from: { id: "${blinken}" }, to: { id: "${blinken}" }`, "BAD_USER_INPUT", /the same/],
    [`from: { id: "${blinken}" }, to: { id: "claim:0123456789abcdef" }`, "BAD_USER_INPUT", /is not an entity/],
    [
      `from: { id: "${blinken}" }, to: { id: "${mayorkas}" }, first: 0`,
      "BAD_USER_INPUT",
      /first must be from 1 to 10; got 0/,
    ],
    [
      `from: { id: "${blinken}" }, to: { id: "${mayorkas}" }, first: 11`,
      "LIMIT_EXCEEDED",
      /first is at most 10; got 11/,
    ],
    [`from: { id: "${blinken}" }, to: { id: "${mayorkas}" }, maximumLength: 7`, "LIMIT_EXCEEDED", /at most 6/],
    [
      `from: { id: "${blinken}" }, to: { id: "${mayorkas}" }, hubs: { neighbours: 100000 }`,
      "LIMIT_EXCEEDED",
      /at most 1000/,
    ],
    [`from: { id: "${blinken}" }, to: { id: "${mayorkas}" }, during: "yesterday"`, "BAD_USER_INPUT", /not a date/],
    [
      `from: { id: "${blinken}" }, to: { id: "${mayorkas}" }, through: [TELEPATHY]`,
      "GRAPHQL_VALIDATION_FAILED",
      /TELEPATHY/,
    ],
  ])("%s", async (args, code, message) => {
    const { errors, statements } = await ask(`{ paths(${args}) { truncated } }`);
    expect(errors![0]!.extensions.code).toBe(code);
    expect(errors![0]!.message).toMatch(message);
    expect(statements ?? 0).toBe(0);
  });
});

describe("ways found by plain search in memory", () => {
  let memory: Memory;
  let steps: Steps;
  let pairs: [string, string][];
  const hubs = /^(country|place|topic|source):/;
  const joints = /^(participation|tenure):/;

  beforeAll(async () => {
    memory = await readMemory(service().door);
    steps = stepsOf(memory);
    const random = randomNumbers(20231227);
    const ids = [...steps.next.keys()].filter((id) => !joints.test(id) && steps.next.get(id)!.size > 0).sort();
    const telling = ids.filter((id) => !hubs.test(id));
    const pick = (from: string[]): string => from[Math.floor(random() * from.length)]!;
    pairs = Array.from({ length: 150 }, (_, index): [string, string] => [
      pick(telling),
      pick(index % 5 === 0 ? ids : telling),
    ]).filter(([from, to]) => from !== to);
  }, 60_000);

  const passable = (id: string): boolean => !hubs.test(id) && !joints.test(id) && steps.edges.get(id)! <= 200;
  const crowd = (ids: string[]): number => ids.slice(1, -1).reduce((sum, id) => sum + steps.edges.get(id)!, 0);
  const ranks = (ways: string[][]): [number, number][] =>
    ways.map((ids): [number, number] => [ids.length - 1, crowd(ids)]).sort(([a, b], [c, d]) => a - c || b - d);

  const compare = async (
    more: string,
    longest: number,
    through: (id: string) => boolean,
    usable?: (id: string) => boolean,
  ) => {
    let connected = 0;
    for (const [from, to] of pairs) {
      const found = await paths(from, to, `first: 5, maximumLength: ${longest} ${more}`);
      const ways = found.paths.map(idsOf) as string[][];
      const wanted = waysBetween(steps, from, to, longest, (id) => passable(id) && through(id), usable);
      expect(found.truncated).toBe(false);
      expect([from, to, ranks(ways)]).toEqual([from, to, ranks(wanted).slice(0, 5)]);
      expect(ways.map((ids) => [ids.length - 1, crowd(ids)])).toEqual(ranks(ways));
      const all = new Set(wanted.map(String));
      for (const ids of ways) expect(all).toContain(String(ids));
      expect(new Set(ways.map(String)).size).toBe(ways.length);
      connected += ways.length > 0 ? 1 : 0;
    }
    return connected;
  };

  test("the five best of every pair are real, simple, and no other is better", async () => {
    const connected = await compare("", 4, () => true);
    expect(connected).toBeGreaterThan(pairs.length / 5);
    expect(connected).toBeLessThan(pairs.length);
  }, 120_000);

  test("and within a time, where there is one", async () => {
    const time: [string, string] = ["1990-01-01", "2009-12-31"];
    const within = (id: string): boolean => overlaps(memory.items.get(id)!, time);
    const connected = await compare(`, during: "1990/2009"`, 4, within, (id) => id === "" || within(id));
    expect(connected).toBeGreaterThan(0);
  }, 120_000);
});
