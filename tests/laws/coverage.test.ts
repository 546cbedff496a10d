/** The law of coverage: `asOf` and `coverage` agree on what sources cover. */
import { describe, expect, test } from "@jest/globals";
import { readEdtf } from "../../src/graph/edtf.ts";
import { randomNumbers } from "../support/random.ts";
import { useService } from "../support/service.ts";

const { ask } = useService({ limits: { cost: 1_000_000, aliases: 500, tokens: 20_000, milliseconds: 60_000 } });
/** For a test on a busy machine, in milliseconds. */
const patience = 300_000;
const size = 20;

const random = randomNumbers(20_231_227);
const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

/** Days of all times: far past, far future, around the coverage of sources, and the bounds of parts and adjacent days. */
function someDay(bounds: readonly string[]): string {
  const yearFrom = (first: number, last: number): number => Math.floor(first + random() * (last - first));
  const kind = Math.floor(random() * 4);
  if (kind === 3) {
    const day = new Date(`${oneOf(bounds)}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + oneOf([-1, 0, 1]));
    return day.toISOString().slice(0, 10);
  }
  const year = kind === 0 ? yearFrom(1000, 1800) : kind === 1 ? yearFrom(1800, 2030) : yearFrom(2026, 9999);
  return `${year}-${String(yearFrom(1, 13)).padStart(2, "0")}-${String(yearFrom(1, 29)).padStart(2, "0")}`;
}

async function answers(query: string): Promise<any> {
  const { data, errors } = await ask(query);
  expect(errors).toBeUndefined();
  return data;
}

/** The first and last days of the parts of all sources. */
async function boundsOfParts(): Promise<string[]> {
  const { sources } = await answers("{ sources(first: 100) { nodes { coverage { from until } } } }");
  return sources.nodes
    .flatMap(({ coverage }: any) => coverage)
    .flatMap(({ from, until }: any) => [
      from && readEdtf(from as string).firstDay,
      until && readEdtf(until as string).lastDay,
    ])
    .filter(Boolean);
}

const told = "verdict parts { days { from } }";
interface Told {
  verdict: string;
  parts: { days: object | null }[];
}

/** What `asOf` must say about coverage for an answer of `coverage`; a contradiction within `coverage` is a breach too. */
function wordOf({ verdict, parts }: Told): string {
  const covered = parts.some(({ days }) => days !== null);
  if (verdict !== "FOUND") expect([verdict, covered]).toEqual([verdict, verdict !== "NOT_COVERED"]);
  return covered ? "COVERED" : "NOT_COVERED";
}

function counted(words: string[]): void {
  // Neither word is rare, so that the law compares something.
  for (const word of ["COVERED", "NOT_COVERED"])
    expect(words.filter((each) => each === word).length).toBeGreaterThan(10);
}

describe("as of a day and the question of coverage agree", () => {
  test(
    "on offices",
    async () => {
      const bounds = await boundsOfParts();
      const { posts } = await answers("{ posts(first: 100) { nodes { id } } }");
      const ids = posts.nodes.map(({ id }: any) => id as string);
      const words: string[] = [];
      for (let round = 0; round < 8; round += 1) {
        const cases = Array.from({ length: size }, () => [oneOf(ids), someDay(bounds)] as [string, string]);
        const data = await answers(
          `{ ${cases
            .map(
              ([id, day], index) =>
                `a${index}: post(by: { id: "${id}" }) { asOf(date: "${day}") { coverage } }
                 b${index}: coverage(of: { id: "${id}" }, during: "${day}", about: TENURES) { ${told} }`,
            )
            .join(" ")} }`,
        );
        for (const [index, [id, day]] of cases.entries()) {
          const { coverage } = data[`a${index}`].asOf;
          expect([id, day, coverage]).toEqual([id, day, wordOf(data[`b${index}`] as Told)]);
          words.push(coverage as string);
        }
      }
      counted(words);
    },
    patience,
  );

  test(
    "on relations and missions of two states, whether or not anything is told of them",
    async () => {
      const bounds = await boundsOfParts();
      const { countries } = await answers("{ countries(first: 100) { nodes { id } } }");
      const others = countries.nodes.map(({ id }: any) => id as string).filter((id: string) => id !== "country:us");
      const words: string[] = [];
      for (let round = 0; round < 8; round += 1) {
        const cases = Array.from({ length: size / 2 }, () => {
          const one = random() < 0.6 ? "country:us" : oneOf(others);
          const other =
            random() < 0.5 && one !== "country:mx" ? "country:mx" : oneOf(others.filter((id: string) => id !== one));
          return [one, other, someDay(bounds)] as [string, string, string];
        });
        if (round === 0) cases.push(["country:us", "country:mx", "2090-01-01"]);
        const data = await answers(
          `{ ${cases
            .map(
              ([one, other, day], index) =>
                `a${index}: bilateral(a: { id: "${one}" }, b: { id: "${other}" }) {
                   asOf(date: "${day}") { coverage } relation { asOf(date: "${day}") { coverage } }
                   headsOfMission { asOf(date: "${day}") { coverage } } }
                 b${index}: coverage(of: { id: "${one}" }, with: { id: "${other}" }, during: "${day}", about: RELATIONS) { ${told} }
                 c${index}: coverage(of: { id: "${one}" }, with: { id: "${other}" }, during: "${day}", about: TENURES) { ${told} }`,
            )
            .join(" ")} }`,
        );
        for (const [index, each] of cases.entries()) {
          const { asOf, relation, headsOfMission } = data[`a${index}`];
          const word = wordOf(data[`b${index}`] as Told);
          expect([each, asOf.coverage, relation?.asOf.coverage ?? word]).toEqual([each, word, word]);
          const either = headsOfMission.some((mission: any) => mission.asOf.coverage === "COVERED");
          expect([each, either ? "COVERED" : "NOT_COVERED"]).toEqual([each, wordOf(data[`c${index}`] as Told)]);
          words.push(asOf.coverage as string);
        }
      }
      counted(words);
    },
    patience,
  );
});
