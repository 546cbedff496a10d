/** What the lists and numbers of a pair include: of a meeting and its parts the whole, and predecessors if asked. */
import { beforeEach, describe, expect, test } from "@jest/globals";
import { load, putBundle } from "../support/bundles.ts";
import { useOwnService } from "../support/ownService.ts";

const { ask, door, folder } = useOwnService();

/** A meeting of two states, hosted by the second, with an official of the first. */
function meeting(slug: string, date: string, states: string[], more: Record<string, unknown> = {}) {
  return {
    Meeting: [{ id: `meeting:${slug}`, name: slug, status: "HELD", date, host: `country:${states[1]}`, ...more }],
    Participation: [
      ...states.map((code) => ({
        id: `participation:${slug}-${code}`,
        name: `${code} in ${slug}`,
        meeting: `meeting:${slug}`,
        country: `country:${code}`,
      })),
      {
        id: `participation:${slug}-visitor`,
        name: `Visitor in ${slug}`,
        meeting: `meeting:${slug}`,
        official: "official:visitor",
        onBehalfOf: `country:${states[0]}`,
      },
    ],
  };
}

beforeEach(async () => {
  const meetings = [
    meeting("summit", "2000-06-01/2000-06-03", ["new", "other"]),
    meeting("talks", "2000-06-02", ["new", "other"], { partOf: "meeting:summit" }),
    meeting("congress", "2001-01-01", ["third", "other"]),
    meeting("side-meeting", "2001-01-01", ["new", "other"], { partOf: "meeting:congress" }),
    meeting("older", "1980-06-01", ["old", "other"]),
    meeting("oldest", "1900-06-01", ["oldest", "other"]),
  ];
  await load(
    door(),
    putBundle(
      folder(),
      "states",
      {
        Source: [{ id: "source:list", name: "A list", kind: "DATA_SET" }],
        Country: [
          { id: "country:new", name: "New" },
          { id: "country:third", name: "Third" },
          { id: "country:other", name: "Other" },
          { id: "country:old", name: "Old", status: "FORMER", successors: ["country:new"] },
          { id: "country:oldest", name: "Oldest", status: "FORMER", successors: ["country:old"] },
        ],
        Official: [{ id: "official:visitor", name: "Visitor", country: "country:new" }],
        BilateralRelation: [
          { id: "bilateral-relation:new-other", name: "New and Other", countries: ["country:new", "country:other"] },
          { id: "bilateral-relation:old-other", name: "Old and Other", countries: ["country:old", "country:other"] },
        ],
        RelationEvent: [
          {
            id: "relation-event:opened",
            name: "Opened",
            relation: "bilateral-relation:old-other",
            kind: "RELATIONS_OPENED",
            date: "1970-01-01",
          },
        ],
        Meeting: meetings.flatMap(({ Meeting }) => Meeting),
        Participation: meetings.flatMap(({ Participation }) => Participation),
      },
      { source: "source:list", at: "1" },
    ),
  );
});

const bilateral = async (including: string): Promise<any> => {
  const data = await ask(`{
    bilateral(a: { id: "country:new" }, b: { id: "country:other" }${including && `, including: [${including}]`}) {
      including predecessors { id } meetingsOfPredecessors
      meetings { totalCount nodes { name } }
      byYear: meetings { counts(groupBy: [DATE_YEAR]) { count keys { value } } }
      yearly { year meetings hostedByFirst hostedBySecond elsewhere relationEvents }
      topOfficials { count official { id } }
      timeline { totalCount nodes { kind entity { id } } }
    }
  }`);
  return data.bilateral;
};

describe("a pair", () => {
  test.each([
    ["alone, with whole meetings", "", ["side-meeting", "summit"]],
    ["with parts", "PARTS", ["side-meeting", "summit", "talks"]],
    ["with predecessors", "PREDECESSORS", ["older", "oldest", "side-meeting", "summit"]],
    ["with both", "PARTS, PREDECESSORS", ["older", "oldest", "side-meeting", "summit", "talks"]],
  ])("%s: every number is that of its meetings", async (_, including, expected) => {
    const pair = await bilateral(including);
    expect(pair.meetings.nodes.map(({ name }: any) => name).sort()).toEqual(expected);
    const { length } = expected;
    expect(pair.meetings.totalCount).toBe(length);
    const sum = (list: any[], field: string): number => list.reduce((total, each) => total + each[field], 0);
    expect(sum(pair.byYear.counts, "count")).toBe(length);
    expect(sum(pair.yearly, "meetings")).toBe(length);
    // The states are ordered by id: "new", then "other", which was host of all.
    expect([sum(pair.yearly, "hostedBySecond"), sum(pair.yearly, "elsewhere")]).toEqual([length, 0]);
    expect(pair.topOfficials).toEqual([{ count: length, official: { id: "official:visitor" } }]);
    const moments = pair.timeline.nodes.filter(({ kind }: any) => kind === "MEETING");
    expect(moments).toHaveLength(length);
    const events = including.includes("PREDECESSORS") ? 1 : 0;
    expect([sum(pair.yearly, "relationEvents"), pair.timeline.totalCount]).toEqual([events, length + events]);
    expect(pair.including).toEqual(including === "" ? [] : including.split(", "));
  });

  test("says what its predecessors hold, asked with them or without", async () => {
    for (const including of ["", "PREDECESSORS"])
      expect(await bilateral(including)).toMatchObject({
        predecessors: [{ id: "country:old" }, { id: "country:oldest" }],
        meetingsOfPredecessors: 2,
      });
  });

  test("of states without predecessors has none", async () => {
    const data = await ask(
      `{ bilateral(a: { id: "country:third" }, b: { id: "country:other" }, including: PREDECESSORS) {
        predecessors { id } meetingsOfPredecessors meetings { totalCount } } }`,
    );
    expect(data.bilateral).toEqual({ predecessors: [], meetingsOfPredecessors: 0, meetings: { totalCount: 1 } });
  });
});
