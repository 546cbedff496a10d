/** What parts of sources cover, from their own data alone. */
import { describe, expect, test } from "@jest/globals";
import { coveredBy, type SourcePart } from "../../../src/questions/coverage/coveringParts.ts";
import type { CoverageSubject } from "../../../src/questions/coverage/subject.ts";

const mexico = { id: "country:mx", name: "Mexico" };
const states = { id: "country:us", name: "the United States" };

function subject(type: CoverageSubject["type"], more: Partial<CoverageSubject> = {}): CoverageSubject {
  return {
    id: `${type}:a`,
    type,
    name: "It",
    countries: [states],
    kind: null,
    accreditedTo: null,
    toOrganization: false,
    posts: [],
    places: [],
    ...more,
  };
}

function part(sourceId: string, more: Partial<SourcePart>): SourcePart {
  return { sourceId, part: "all", from: null, until: null, retrieved: "2024-12-31", scopes: [], ...more } as SourcePart;
}

const days = (from: string | null, until: string | null) => ({ from, until });
const embassy = subject("Post", { id: "post:e", name: "Envoy", kind: "CHIEF_OF_MISSION", accreditedTo: "country:mx" });
const envoys = [{ facts: "TENURES", country: "country:us", offices: ["CHIEF_OF_MISSION"], accreditedTo: "states" }];

describe("days", () => {
  const list = part("source:list", { from: "1900", until: "1950", scopes: envoys as SourcePart["scopes"] });
  const later = part("source:later", { from: "1961-02-01", scopes: envoys as SourcePart["scopes"] });

  test("within a part are covered, and the part says which", () => {
    const found = coveredBy(embassy, "TENURES", days("1940-01-01", "1940-12-31"), [list, later]);
    expect(found).toMatchObject({ whole: true, gaps: [] });
    expect(found.parts.map(({ part: { sourceId }, days: covered }) => [sourceId, covered])).toEqual([
      ["source:later", null],
      ["source:list", { from: "1940-01-01", until: "1940-12-31" }],
    ]);
  });

  test("between two parts are a gap, to the day", () => {
    const found = coveredBy(embassy, "TENURES", days("1950-12-01", "1961-03-01"), [list, later]);
    expect(found.whole).toBe(false);
    expect(found.gaps).toEqual([{ what: "who held the office: Envoy", from: "1951-01-01", until: "1961-01-31" }]);
  });

  test("after a part that is open were not told when it was read", () => {
    const found = coveredBy(embassy, "TENURES", days("2024-12-31", "2090-01-01"), [later]);
    expect(found.gaps).toEqual([{ what: "who held the office: Envoy", from: "2025-01-01", until: "2090-01-01" }]);
  });

  test("without a limit are covered by a part without one, and by no other", () => {
    const open = part("source:open", { retrieved: null, scopes: envoys as SourcePart["scopes"] });
    expect(coveredBy(embassy, "TENURES", days(null, null), [open]).whole).toBe(true);
    expect(coveredBy(embassy, "TENURES", days(null, null), [list]).gaps).toEqual([
      { what: "who held the office: Envoy", from: null, until: "1899-12-31" },
      { what: "who held the office: Envoy", from: "1951-01-01", until: null },
    ]);
  });
});

describe("scopes", () => {
  const told = (of: CoverageSubject, kind: "TENURES" | "MEETINGS" | "RELATIONS" | "FLOWS", scope: object) =>
    coveredBy(of, kind, days("2000-01-01", "2000-12-31"), [
      part("source:a", { scopes: [{ facts: kind, ...scope }] as SourcePart["scopes"] }),
    ]);

  test.each([
    ["of its state and kind", { country: "country:us", offices: ["CHIEF_OF_MISSION"] }, 1],
    ["of another state", { country: "country:mx" }, 0],
    ["of another kind", { offices: ["MINISTER"] }, 0],
    ["of missions to organizations", { accreditedTo: "organizations" }, 0],
    ["of missions to its state", { accreditedTo: "country:mx" }, 1],
    ["of itself by name", { posts: ["post:e"] }, 1],
    ["of another one by name", { posts: ["post:f"] }, 0],
  ])("an office, by a list %s", (_, scope, parts) => {
    const found = told(embassy, "TENURES", scope);
    expect([found.parts.length, found.whole]).toEqual([parts, parts === 1]);
  });

  test("a part that tells of something else tells nothing", () => {
    expect(told(embassy, "TENURES", { facts: "MEETINGS" })).toMatchObject({ parts: [], whole: false });
  });

  test("a list of one state's visits abroad is half of what two states did", () => {
    const pair = subject("BilateralRelation", { countries: [mexico, states] });
    const found = told(pair, "MEETINGS", { country: "country:us", at: "ABROAD" });
    expect(found.gaps.map(({ what }) => what)).toEqual(["meetings of both with the United States as host"]);
    expect(told(pair, "MEETINGS", { country: "country:us" })).toMatchObject({ gaps: [], whole: true });
  });

  test("what tells of some leaves no gap, and isn't whole", () => {
    const found = told(subject("Official"), "TENURES", { country: "country:us" });
    expect(found).toMatchObject({ gaps: [], whole: false, parts: [{ extent: "PART" }] });
  });
});
