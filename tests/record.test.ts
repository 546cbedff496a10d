/**
 * The whole record, loaded from the full data sets, and the queries that it must answer: `npm run test:record`. It
 * needs ENTENTE_DATA, the folder of the sets.
 */
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { audit, readNodes } from "../src/cli/audit/audit.ts";
import type { Summary } from "../src/ingest/ingest.ts";
import { holdersOn, type TenureFacts } from "../src/questions/asOf/holding.ts";
import { newDatabase, type OwnDatabase } from "./support/database.ts";
import { randomNumbers } from "./support/random.ts";
import { laws } from "./support/provenance.ts";
import { dataSets as folder, loadRecord, patience } from "./support/record.ts";
import { startService, type Service } from "./support/service.ts";

describe("the record", () => {
  let database: OwnDatabase;
  let service: Service;
  let summaries: Map<string, Summary>;
  const read = (text: string, parameters = {}) => database.door.run(text, parameters, 60_000);
  const ask = async (name: string, variables = {}): Promise<any> => {
    const { data, errors } = await service.ask(readFileSync(`operations/${name}.graphql`, "utf8"), variables);
    expect(errors).toBeUndefined();
    return data;
  };
  const asked = async (text: string): Promise<any> => {
    const { data, errors } = await service.ask(text);
    expect(errors).toBeUndefined();
    return data;
  };
  /** The records of a source that claims cite, by the word that their locators begin with. */
  const cited = async (word: string): Promise<Set<string>> =>
    new Set(
      (
        await read("MATCH (claim:Claim) WHERE claim.locator STARTS WITH $word RETURN DISTINCT claim.locator", {
          word: `${word} `,
        })
      ).map(([locator]) => locator as string),
    );

  beforeAll(async () => {
    database = await newDatabase({ heap: "512m", pageCache: "512m" });
    summaries = await loadRecord(database.door);
    service = await startService({
      door: { ...database.door, close: async () => undefined },
      limits: { milliseconds: 60_000 },
    });
  }, patience);
  afterAll(async () => {
    await service?.close();
    await database?.close();
  });

  describe("each record is in the graph, merged or rejected with a reason", () => {
    test.each([
      ["travels", "trip", 4271],
      ["visits", "visit", 3264],
      ["pocom", "person", 4261 + 52],
    ])("%s: every %s of %i", async (name, word, count) => {
      const { rejected } = summaries.get(name)!;
      const out = new Set(rejected.map(({ record }) => record).filter((record) => record.startsWith(`${word} `)));
      const found = await cited(word);
      for (const record of out) expect(found).not.toContain(record);
      expect(found.size + out.size).toBe(count);
      for (const { reason } of rejected) expect(reason).toMatch(/\w/);
    });

    test("each claim of a data set leads to the lines of its record", async () => {
      const folders: [RegExp, string][] = [
        [/^source:historian-(?:travels|presidents)/, "history-at-state/travels"],
        [/^source:historian-visits/, "history-at-state/visits"],
        [/^source:historian-rdcr/, "history-at-state/rdcr"],
        [/^source:pocom/, "history-at-state/pocom"],
        [/^source:congress/, "congress"],
        [/^source:factbook/, "factbook"],
        [/^source:border/, "border-encounters"],
      ];
      const rows = (await read(
        "MATCH (claim:Claim) WHERE claim.file IS NOT NULL RETURN DISTINCT claim.sourceId, claim.locator, claim.file",
      )) as [string, string, string][];
      const texts = new Map<string, string[]>();
      const linesOf = (name: string): string[] => {
        if (!texts.has(name)) texts.set(name, readFileSync(name, "utf8").split("\n"));
        return texts.get(name)!;
      };
      let held = 0;
      for (const [source, locator, place] of rows) {
        const [file, line] = [place.slice(0, place.lastIndexOf(":")), Number(place.slice(place.lastIndexOf(":") + 1))];
        const name = path.join(folder!, folders.find(([test]) => test.test(source))![1], file);
        if (file.endsWith(".xlsx")) continue;
        const lines = linesOf(name);
        expect([place, line >= 1 && line <= lines.length]).toEqual([place, true]);
        const [, kind, id] = /^(trip|visit|appointment|person) (\S+)$/.exec(locator) ?? [];
        const near = lines.slice(line - 1, line + 8).join("\n");
        if (kind === "trip" || kind === "visit")
          expect([locator, near]).toEqual([locator, expect.stringContaining(`<id>${id}</id>`)]);
        else if (kind !== undefined) expect([locator, lines.join("\n").includes(id!)]).toEqual([locator, true]);
        else if (source === "source:factbook" && locator.includes(".json "))
          expect(near.split("\n")[0]).toContain(locator.split(" ").slice(0, 2).join(","));
        else if (/ row \d+$/.test(locator)) expect(locator.endsWith(` row ${line}`)).toBe(true);
        else continue;
        held += 1;
      }
      expect(held).toBeGreaterThan(15_000);
    });

    test("a rejected record can be asked for, with the reason", async () => {
      const sources = { travels: "historian-travels", rdcr: "historian-rdcr", factbook: "factbook" };
      for (const [name, source] of Object.entries(sources)) {
        const { source: found } = await asked(
          `{ source(by: { id: "source:${source}" }) { rejectedRecords { locator reason } } }`,
        );
        const { rejected } = summaries.get(name)!;
        expect(rejected.length).toBeGreaterThan(50);
        expect(found.rejectedRecords).toEqual(rejected.map(({ record, reason }) => ({ locator: record, reason })));
      }
    });

    test("the counts of what was read are those of the data", () => {
      const counts = Object.fromEntries([...summaries].map(([name, { read: records }]) => [name, records]));
      expect(counts).toMatchObject({
        pocom: 4261 + 52 + 7262 + 333,
        visits: 3264,
        rdcr: 1222,
        factbook: 4945,
        "border-encounters": 1936 + 48_815,
      });
      expect(counts.travels! - 4271).toBe(47); // presidents
    });

    test("appointments, relations, office holders and encounters", async () => {
      const of = (name: string) => summaries.get(name)!;
      const [[tenures]] = (await read(
        "MATCH (tenure:Tenure) WHERE any(each IN tenure.stated WHERE each ENDS WITH ' pocom') RETURN sum(size([each IN tenure.stated WHERE each ENDS WITH ' pocom']))",
      )) as [[number]];
      // Who outlived the state that received them has a second tenure, from the same record.
      const [[followed]] = (await read(
        "MATCH (claim:Claim) WHERE claim.predicate = 'entered' AND claim.note STARTS WITH 'the day on which this state followed' RETURN count(claim)",
      )) as [[number]];
      expect(followed).toBeGreaterThan(5);
      const appointments = of("pocom").rejected.filter(({ record }) => record.startsWith("appointment"));
      expect(tenures - followed + of("pocom").merged.length + appointments.length).toBe(7262);
      const events = (await read(
        "MATCH (event:RelationEvent) MATCH (claim:Claim {subjectId: event.id}) WHERE claim.sortKey >= '' AND claim.id >= '' AND claim.predicate = 'record' AND 'rdcr' IN claim.bundles RETURN DISTINCT claim.locator",
      )) as [string][];
      expect(new Set(events.map(([locator]) => locator)).size + of("rdcr").rejected.length).toBe(1222);
      const [[rows]] = (await read(
        "MATCH (claim:Claim) WHERE claim.subjectId STARTS WITH 'flow:' AND 'border-encounters' IN claim.bundles RETURN count(DISTINCT claim.sourceId + claim.locator)",
      )) as [[number]];
      expect(rows).toBe(1936 + 48_815);
    });
  });

  describe("the seven questions", () => {
    test("1: all meetings of the United States and Mexico, each of the 100 trips and 63 visits accounted for", async () => {
      const locators = [
        ...recordsOf("history-at-state/travels", /<trip[^]*?<\/trip>/g, /<country id="mexico"/).map(
          (id) => `trip ${id}`,
        ),
        ...recordsOf("history-at-state/visits", /<visit>[^]*?<\/visit>/g, /<from id="mexico"/).map(
          (id) => `visit ${id}`,
        ),
      ];
      expect(locators.filter((each) => each.startsWith("trip"))).toHaveLength(100);
      expect(locators.filter((each) => each.startsWith("visit"))).toHaveLength(63);
      const rejected = [...summaries.values()].flatMap((summary) => summary.rejected.map(({ record }) => record));
      const ids = new Set<string>();
      for (let after: string | null = null, more = true; more;) {
        const { meetings }: any = (await ask("meetings-of-the-pair", { after })).bilateralRelation;
        for (const { id } of meetings.nodes) ids.add(id);
        expect(meetings.totalCount).toBeGreaterThanOrEqual(ids.size);
        ({ hasNextPage: more, endCursor: after } = meetings.pageInfo);
      }
      const rows = (await read(
        `MATCH (part:Participation) WHERE part.countryId = 'country:mx'
         MATCH (claim:Claim {subjectId: part.id}) WHERE claim.sortKey >= '' AND claim.id >= ''
         RETURN claim.locator, collect(DISTINCT part.meetingId)`,
      )) as [string, string[]][];
      const meetingsOf = new Map(rows);
      for (const locator of locators) {
        const meetings = meetingsOf.get(locator) ?? [];
        expect([locator, meetings.some((id) => ids.has(id)) || rejected.includes(locator)]).toEqual([locator, true]);
      }
      expect(ids).toContain("meeting:mexico-city-2023-12-27");
    });

    test("2: who took part in the meeting of 27 December 2023, according to whom", async () => {
      const { meeting } = await ask("who-says-whom");
      expect(meeting.formerIds).toContain("meeting:trip-4191");
      const sayers = Object.fromEntries(
        meeting.participations.nodes
          .filter(({ official }: any) => official)
          .map(({ official, claims }: any) => [
            official.name,
            sorted(
              claims.nodes.filter(({ predicate }: any) => predicate === "OFFICIAL").map(({ source }: any) => source.id),
            ),
          ]),
      );
      const both = ["source:cnn-us-mexico-migration-talks", "source:historian-travels"];
      expect(sayers).toEqual({
        "Andrés Manuel López Obrador": both,
        [meeting.participations.nodes.find(({ id }: any) => id.endsWith("-blinken")).official.name]: both,
        "Alejandro Mayorkas": [both[0]],
      });
      const { node } = await asked(`{ node(id: "meeting:trip-4191") { id } }`);
      expect(node.id).toBe("meeting:mexico-city-2023-12-27");
    });

    test("3: Salazar was ambassador to Mexico on 27 December 2023, and never Landau; Trump was president on 1 June 2018", async () => {
      const { ambassador, president } = await ask("in-office-on-a-day");
      expect(ambassador.asOf).toMatchObject({ coverage: "COVERED", holdings: [{ certainty: "CERTAIN" }] });
      expect(ambassador.asOf.holdings[0].tenure.official.name).toBe("Ken Salazar");
      expect(ambassador.asOf.holdings[0].sources.map(({ id }: any) => id)).toEqual(["source:factbook"]);
      expect(president.asOf.holdings.map(({ certainty, tenure }: any) => [certainty, tenure.official.name])).toEqual([
        ["CERTAIN", "Donald J. Trump"],
      ]);
      const { post } = await asked(
        `{ post(by: { slug: "us-ambassador-to-mx" }) { asOf(date: "2026-10-01") { coverage holdings { certainty } } } }`,
      );
      expect(post.asOf).toEqual({ coverage: "NOT_COVERED", holdings: [] });
    });

    test("4: relations by year: recognised, opened, severed, resumed", async () => {
      const { bilateralRelation } = await ask("relations-over-time");
      const { early, suspended, severed, resumed, events } = bilateralRelation;
      expect([early, suspended, severed, resumed].map(({ status }) => status)).toEqual([
        "OPEN",
        "SEVERED",
        "SEVERED",
        "OPEN",
      ]);
      expect(events.nodes.map(({ kind, date }: any) => `${kind} ${date.edtf.slice(0, 4)}`)).toEqual(
        expect.arrayContaining([
          "RECOGNITION 1822",
          "RELATIONS_OPENED 1822",
          "RELATIONS_SEVERED 1845",
          "RELATIONS_RESUMED 1848",
          "RELATIONS_SEVERED 1914",
          "RELATIONS_RESUMED 1917",
        ]),
      );
    });

    test("the field of each claim has its word in the schema", async () => {
      const { claims } = await asked("{ claims { totalCount counts(groupBy: [PREDICATE]) { count keys { value } } } }");
      expect(claims.counts.filter(({ keys }: any) => keys[0].value === null)).toEqual([]);
      const sum = claims.counts.reduce((total: number, { count }: any) => total + count, 0);
      expect(sum).toBe(claims.totalCount);
    });

    test("5: what sources differ about", async () => {
      const { contested } = await ask("contested");
      expect(contested.totalCount).toBeGreaterThan(100);
      for (const { others, shown } of contested.nodes)
        for (const { value } of others) expect(value).not.toBe(shown.value);
      const [[facts]] = (await read(
        "MATCH (node:Node) WHERE NOT node:Claim AND node.contested IS NOT NULL RETURN sum(size(node.contested))",
      )) as [[number]];
      expect(contested.totalCount).toBe(facts);
      const { node } = await asked(
        `{ node(id: "tenure:mx-2016-jaco-01") { ... on Tenure { contested presentedCredentials { edtf } claims(filter: { predicate: { eq: PRESENTED_CREDENTIALS } }) { nodes { value rank source { id } } } } } }`,
      );
      expect(node.contested).toContain("PRESENTED_CREDENTIALS");
      expect(node.presentedCredentials.edtf).toBe("2016-05-27");
      expect(node.claims.nodes).toEqual(
        expect.arrayContaining([
          { value: "2016-05-27", rank: "PREFERRED", source: { id: "source:pocom-country-chiefs" } },
          { value: "2016-06-20", rank: "NORMAL", source: { id: "source:factbook" } },
        ]),
      );
    });

    test("6: encounters by nationality in the months around a meeting", async () => {
      const found: any[] = [];
      for (let after: string | null = null, more = true; more;) {
        const { flows }: any = (await ask("encounters-around-a-meeting", { after })).place;
        found.push(...flows.nodes);
        ({ hasNextPage: more, endCursor: after } = flows.pageInfo);
      }
      const december = found.filter(({ period }) => period?.edtf === "2023-12");
      const total = december.find(({ id }) => id === "flow:us-border-patrol-encounters-2023-12-southwest-land-border");
      expect(total).toMatchObject({ count: 249_740, qualifier: "ABOUT" });
      const nationalities = december.filter(({ nationality }) => nationality);
      expect(nationalities.length).toBeGreaterThan(50);
      expect(nationalities.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(249_740 * 0.95);
      const [[ports]] = (await read(
        `MATCH (flow:Flow) WHERE flow.period = '2023-12' AND flow.agencyId = 'organization:us-office-of-field-operations' RETURN sum(flow.count)`,
      )) as [[number]];
      expect(ports).toBe(52_241);
    });

    test("7: how two officials are connected, and what says so", async () => {
      const { paths } = await ask("how-two-are-connected");
      expect(paths.paths.length).toBeGreaterThan(0);
      for (const { steps, length } of paths.paths) {
        expect(steps).toHaveLength(length);
        expect(steps[0].from.id).toBe("official:mayorkas-alejandro");
        expect(steps.at(-1).to.id).toBe("official:barcena-alicia");
        for (const { claims } of steps) expect(claims.length).toBeGreaterThan(0);
      }
    });
  });

  test("an audit finds nothing that can't be true", async () => {
    const nodes = await readNodes(read);
    expect(nodes("Tenure").size).toBeGreaterThan(10_000);
    expect(audit(nodes).flatMap(({ fault, unlisted }) => unlisted.map(({ id }) => [fault.name, id]))).toEqual([]);
  });

  test("states by their time: the Soviet Union has its meetings, and Russia none before it", async () => {
    const { soviet, russia, adams, strauss, pair } = await asked(`{
      soviet: country(by: { id: "country:soviet-union" }) { meetings { totalCount } }
      russia: country(by: { isoAlpha2: "RU" }) { meetings(first: 1) { nodes { date { firstDay } } } }
      adams: node(id: "tenure:de-1797-adam-01") { ... on Tenure { post { accreditedTo { id } } } }
      strauss: post(by: { slug: "us-ambassador-to-ru" }) { asOf(date: "1992-06-01") { holdings { certainty tenure { official { name } } } } }
      pair: bilateral(a: { isoAlpha2: "US" }, b: { isoAlpha2: "RU" }) { meetings { totalCount } meetingsOfPredecessors predecessors { id } }
    }`);
    expect(soviet.meetings.totalCount).toBeGreaterThanOrEqual(49);
    expect(russia.meetings.nodes[0].date.firstDay > "1991-12-25").toBe(true);
    expect(adams.post.accreditedTo.id).toBe("country:prussia");
    expect(strauss.asOf.holdings[0].tenure.official.name).toContain("Strauss");
    expect(pair.meetingsOfPredecessors).toBeGreaterThanOrEqual(49);
    expect(pair.predecessors.map(({ id }: any) => id)).toContain("country:russian-empire");
  });

  test("what is covered: not the years without an edition, nor what comes after a list, nor a pair of others", async () => {
    const verdicts = await asked(`{
      gap: coverage(of: { id: "post:fr-head-of-government" }, during: "2019", about: TENURES) { factCount gaps { from until } }
      after: coverage(of: { id: "post:us-ambassador-to-mx" }, during: "2022", about: TENURES) { verdict parts { source { id } days { from } } }
      none: coverage(of: { id: "country:us" }, with: { id: "country:bt" }, during: "2010", about: MEETINGS) { verdict }
      others: coverage(of: { id: "country:bt" }, with: { id: "country:li" }, during: "2010", about: MEETINGS) { verdict }
      never: coverage(of: { id: "country:bt" }, during: "1850", about: MEETINGS) { verdict }
    }`);
    expect(verdicts.gap.gaps).toEqual([{ from: "2019-01-01", until: "2019-12-31" }]);
    const reaching = verdicts.after.parts.filter(({ days }: any) => days).map(({ source }: any) => source.id);
    expect(reaching).toEqual(["source:factbook"]);
    expect(["after", "none", "others", "never"].map((each) => verdicts[each].verdict)).toEqual([
      "FOUND",
      "NONE",
      "NOT_COVERED",
      "NOT_COVERED",
    ]);
    const sources = await asked(
      `{ sources(first: 100, filter: { kind: { eq: DATA_SET } }) { nodes { id licence address publishers { totalCount } parts { totalCount } coverage { scopes { facts } } } } }`,
    );
    for (const { id, licence, address, publishers, parts, coverage } of sources.sources.nodes) {
      expect([id, licence !== null, publishers.totalCount > 0]).toEqual([id, true, true]);
      expect([id, address !== null || parts.totalCount > 0]).toEqual([id, true]);
      for (const { scopes } of coverage) expect([id, scopes?.length > 0]).toEqual([id, true]);
    }
  });

  test("random pairs of officials are as far apart as plain search in memory finds them", async () => {
    const rows = (await read(
      `MATCH (one:Official|Meeting|Post|Organization|RelationEvent|BilateralRelation|Policy|Statement)-[edge]-(other:Node)
       RETURN one.id, other.id, COUNT { (one)--() }, COUNT { (other)--() }`,
    )) as [string, string, number, number][];
    const joints = (await read(
      `MATCH (one:Node)-[:BY_OFFICIAL|IN_MEETING|HELD_BY|IN_POST]-(:Participation|Tenure)-[:BY_OFFICIAL|IN_MEETING|HELD_BY|IN_POST]-(other:Node)
       RETURN one.id, other.id, COUNT { (one)--() }, COUNT { (other)--() }`,
    )) as [string, string, number, number][];
    const next = new Map<string, Set<string>>();
    const open = (id: string, edges: number): boolean =>
      edges <= 200 && !/^(country|place|topic|source|participation|tenure):/.test(id);
    for (const [one, other, edges, further] of [...rows, ...joints])
      if (open(one, edges) && open(other, further)) {
        if (!next.has(one)) next.set(one, new Set());
        if (!next.has(other)) next.set(other, new Set());
        next.get(one)!.add(other);
        next.get(other)!.add(one);
      }
    const distance = (from: string, to: string): number => {
      let frontier = [from];
      const seen = new Set(frontier);
      for (let length = 1; length <= 6 && frontier.length > 0; length += 1) {
        frontier = frontier.flatMap((id) => [...(next.get(id) ?? [])]).filter((id) => !seen.has(id) && seen.add(id));
        if (frontier.includes(to)) return length;
      }
      return 0;
    };
    const officials = [...next.keys()].filter((id) => id.startsWith("official:")).sort();
    const random = randomNumbers(7);
    const pick = (): string => officials[Math.floor(random() * officials.length)]!;
    let connected = 0;
    for (let index = 0; index < 60; index += 1) {
      const [from, to] = [pick(), pick()];
      if (from === to) continue;
      const { paths } = await asked(
        `{ paths(from: { id: "${from}" }, to: { id: "${to}" }, first: 1) { truncated paths { length } } }`,
      );
      const found = paths.paths[0]?.length ?? 0;
      expect([from, to, paths.truncated, found]).toEqual([from, to, false, distance(from, to)]);
      connected += found > 0 ? 1 : 0;
    }
    expect(connected).toBeGreaterThan(0);
  }, 300_000);

  test("a pair: its years add up to its meetings, and encounters are counted once, by calendar month", async () => {
    const { bilateral: pair } = await ask("us-and-mexico");
    const held = pair.yearly.reduce((sum: number, { meetings }: { meetings: number }) => sum + meetings, 0);
    const { bilateral } = await asked(
      `{ bilateral(a: { isoAlpha2: "US" }, b: { isoAlpha2: "MX" }) { meetings(filter: { status: { eq: HELD } }) { totalCount } monthly(during: "2023-12") { encounters { series count } } } }`,
    );
    expect(held).toBe(bilateral.meetings.totalCount);
    // In fiscal year 2024 in the source: December 2023 in the calendar.
    expect(bilateral.monthly).toEqual([
      {
        encounters: expect.arrayContaining([{ series: "AT_COMMON_BORDER", count: 249_740 }]),
      },
    ]);
    const years = new Map(pair.yearly.map((each: { year: number }) => [each.year, each]));
    expect((years.get(2023) as any).encounters.map(({ months }: any) => months)).toEqual([12, 12]);
  });

  test("all 3,439 journeys of Secretaries of State lie inside a tenure", async () => {
    const rows = (await read(
      "MATCH (tenure:Tenure {postId: 'post:us-secretary-of-state'}) WHERE tenure.sortKey >= '' AND tenure.id >= '' MATCH (official:Node {id: tenure.officialId}) RETURN official.id, coalesce(official.formerIds, []), tenure.entered, tenure.presentedCredentials, tenure.appointed, tenure.ended",
    )) as [string, string[], ...(string | null)[]][];
    const tenures = rows.map(
      ([id, former, entered, presentedCredentials, appointed, ended]): [string[], TenureFacts] => [
        [id, ...former],
        {
          id,
          officialId: id,
          held: true,
          acting: false,
          begun: entered ?? presentedCredentials ?? appointed!,
          ended: ended!,
          attested: [],
          sourceIds: ["source:a"],
          showing: [],
        },
      ],
    );
    const ever = [{ sourceId: "source:a", until: null }];
    let journeys = 0;
    const outside: string[] = [];
    for (const [text, who] of secretaryTrips()) {
      journeys += 1;
      const [, start] = /<start-date>([^<]+)</.exec(text)!;
      const own = tenures.filter(([ids]) => ids.includes(`official:${who}`)).map(([, tenure]) => tenure);
      const day = start!.length === 10 ? start! : `${start}-15`.slice(0, 10);
      if (holdersOn({ seats: null, vacancies: [], tenures: own }, day, ever).length === 0)
        outside.push(`${who} ${start}`);
    }
    expect(journeys).toBe(3439);
    expect(outside).toEqual([]);
  });

  test("the two Bárcenas are two; the duplicate trips are one each; a vacation is no meeting", async () => {
    const { officials } = await asked(`{ officials(filter: { name: { contains: "rcena" } }) { nodes { id } } }`);
    expect(officials.nodes.map(({ id }: any) => id)).toEqual(
      expect.arrayContaining(["official:barcena-alicia", "official:mx-martha-barcena-coqui"]),
    );
    for (const [one, other] of [
      ["trip 3992", "trip 4019"],
      ["trip 3993", "trip 4020"],
    ]) {
      const rows = await read(
        "MATCH (claim:Claim) WHERE claim.locator IN $locators AND claim.subjectId STARTS WITH 'meeting:' RETURN claim.locator, collect(DISTINCT claim.subjectId)",
        { locators: [one, other] },
      );
      const found = new Map(rows as [string, string[]][]);
      expect(found.get(one!)).toEqual(found.get(other!));
    }
    // One visit appears twice, with a conference each time: the visit is one.
    const { nodes } = await asked(
      `{ nodes(ids: ["meeting:trip-4019", "meeting:trip-4020", "meeting:visit-2064", "meeting:visit-2044"]) { id } }`,
    );
    expect(nodes).toEqual([null, null, null, { id: "meeting:visit-2044" }]);
    expect(summaries.get("travels")!.rejected.some(({ reason }) => reason.includes("vacation"))).toBe(true);
  });

  test.each([
    ["Blinken", "official:blinken-antony-j"],
    ["Clinton", "official:clinton-william-j"],
    ["hillary clinton", "official:clinton-hillary-rodham"],
    ["lopez obrdor", "official:lopez-obrador-andres-manuel"],
    ["Mexico", "country:mx"],
    ["united states", "country:us"],
    ["Paris", "place:paris-fr"],
    ["secretary of state", "post:us-secretary-of-state"],
  ])("a search for %s finds it first, before all that is named after it", async (text, id) => {
    const { search, suggest } = await asked(
      `{ search(text: "${text}", first: 1) { nodes { id } } suggest(prefix: "${text.slice(0, 6)}") { entityId } }`,
    );
    expect(search.nodes[0].id).toBe(id);
    if (text !== "lopez obrdor" && !text.includes(" ")) expect(suggest[0].entityId).toBe(id);
  });

  test("the Historian's word leads to each person of the list, old ones too; a merged record says where it went", async () => {
    const words = filesBelow(path.join(folder, "history-at-state/pocom/people")).flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/<(?:old-)?id>([^<]+)</g)].map(([, id]) => id!),
    );
    expect(words.length).toBeGreaterThan(4000);
    for (const some of [words.slice(0, 50), words.slice(2000, 2050), words.slice(-50)]) {
      const found = await asked(
        `{ ${some.map((word, at) => `p${at}: official(by: { historianSlug: "${word}" }) { id historianSlugs }`).join(" ")} }`,
      );
      expect(Object.values(found).map((each: any, at) => each.historianSlugs.includes(some[at]))).not.toContain(false);
    }
    const { body } = await service.ask('{ node(id: "meeting:trip-4191") { id } }');
    expect(JSON.parse(body)).toMatchObject({
      data: { node: { id: "meeting:mexico-city-2023-12-27" } },
      extensions: { redirects: [{ from: "meeting:trip-4191", to: "meeting:mexico-city-2023-12-27" }] },
    });
  });

  test.each(laws)(
    "law: %s",
    async (_, breaches) => {
      const found = await breaches((text, parameters = {}) => database.door.run(text, parameters, 120_000));
      expect(found.slice(0, 10)).toEqual([]);
    },
    patience,
  );
});

/** Texts in order, each once. */
function sorted(texts: string[]): string[] {
  return [...new Set(texts)].sort((a, b) => (a < b ? -1 : 1));
}

/** The ids of the records that contain something, from the files themselves. */
function recordsOf(set: string, record: RegExp, holding: RegExp): string[] {
  return filesBelow(path.join(folder, set)).flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(record)]
      .map(([text]) => text)
      .filter((text) => holding.test(text))
      .map((text) => /<id>(\d+)</.exec(text)![1]!),
  );
}

function* secretaryTrips(): Generator<[string, string]> {
  for (const file of filesBelow(path.join(folder, "history-at-state/travels/secretary-travels")))
    for (const [text, who] of readFileSync(file, "utf8").matchAll(
      /<trip role="secretary" who="([^"]+)">[^]*?<\/trip>/g,
    ))
      yield [text, who!];
}

function filesBelow(where: string): string[] {
  return readdirSync(where, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".xml"))
    .map((name) => path.join(where, name));
}
