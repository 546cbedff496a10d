/** Office holders from the World Factbook: chiefs of state and government, and of missions of and to the United States. */
import { existsSync } from "node:fs";
import path from "node:path";
import { countryOfGec, reasonForNoCountry } from "../../countries/crosswalk.ts";
import { authored } from "../shared/editors.ts";
import type { DataSet, Facts, Saying } from "../../facts.ts";
import { officialId } from "../shared/people.ts";
import { BundleError, type Origin } from "../../problems.ts";
import { slugOf } from "../../slug.ts";
import { gapIn, leftStanding, intervalsOf, type EditionGap, type Interval } from "./editions.ts";
import { officeOf, type FactbookOffice } from "./factbookOffices.ts";
import { readRows, type FactbookRow } from "./rows.ts";
import { readHolders, type Holder } from "./text.ts";

const source = "source:factbook";
const fileName = "officeholders_history.csv";
const expects = `a folder with ${fileName}, compiled from dated editions of the World Factbook`;
const confidence = 0.9;

/** Office holders by the editions of the World Factbook. */
export const factbook: DataSet = {
  name: "factbook",
  title: "Office holders by the World Factbook",
  expects,
  async read(folder, facts) {
    const file = path.join(folder, fileName);
    if (!existsSync(file)) throw new BundleError([`${folder}:1 is not the data set factbook: expected ${expects}.`]);
    const rows = await readRows(file, facts);
    const gap = gapIn(rows.flatMap(({ first, last }) => [first, last]));
    stateSource(facts, rows, gap, { file, line: 1 });
    const years = yearsOf(rows);
    for (const row of rows) stateRow(facts, row, gap, years);
  },
};

function stateRow(facts: Facts, row: FactbookRow, gap: EditionGap, years: Years): void {
  const { role, origin } = row;
  const locator = `${row.path} ${role} ${row.first}`;
  const country = countryOfGec(row.code);
  if (!country) {
    const known = reasonForNoCountry(row.code);
    if (known !== undefined) facts.reject(origin, locator, `no country: ${known}`);
    else
      facts.problems.add(
        origin,
        `has "${row.code}" in the column "gec_path": expected a GEC code that seed/countries knows; add it there.`,
      );
    return;
  }
  const intervals = intervalsOf(row.first, row.last, gap);
  if (intervals.length === 0) return facts.reject(origin, locator, "appears only in a copy of an older edition");
  const { holders, empty } = readHolders(row.text, role);
  if (empty !== null) return facts.reject(origin, locator, empty);
  const saying: Saying = { source, locator, origin, confidence };
  let principal: { title: string | null } | undefined;
  let stated = 0;
  for (const holder of holders) {
    const office = officeOf(facts, holder, role, country, principal, saying);
    if (!office) continue;
    if (office.principal) principal ??= holder;
    stateHolder(facts, holder, office, intervals, years.of(row, holder), saying);
    stated += 1;
  }
  if (stated === 0) facts.reject(origin, locator, "names nobody in an office that is read from this source");
}

function stateHolder(
  facts: Facts,
  holder: Holder,
  office: FactbookOffice,
  intervals: Interval[],
  year: string,
  saying: Saying,
): void {
  const official = officialId(office.serves, holder.name);
  const given = holder.given === holder.name ? undefined : holder.given;
  facts.entity("Official", official, saying.origin).sayRecord(
    {
      name: holder.name,
      familyName: holder.familyName,
      country: office.serves.id,
      offices: [office.words],
      active: intervals.map((each) => each.edtf),
    },
    { ...saying, given },
  );
  const slug = `${office.post.slice("post:".length)}-${slugOf(holder.name)}-${year}${holder.acting ? "-acting" : ""}`;
  const id = `tenure:${slug}`;
  const isNew = !facts.has(id);
  const tenure = facts.entity("Tenure", id, saying.origin);
  if (isNew)
    tenure.sayRecord({ name: `${holder.name}, ${nameOf(facts, office.post)}`, official, post: office.post }, saying);
  tenure.sayOnce("status", holder.acting ? "ACTING" : "SERVED", saying).sayOnce("title", holder.title, saying);
  for (const { edtf, note } of intervals)
    tenure.say("attested", edtf, { ...saying, ...(note === undefined ? {} : { note, basis: "INFERRED" }) });
  const { since, until } = holder;
  if (since !== null) {
    const [field, said] = beginning(holder, office, { ...saying, given: since.given });
    tenure.sayOnce(field, since.edtf, said);
  }
  if (until !== null)
    tenure.sayOnce("ended", until.edtf, {
      ...saying,
      given: until.given,
      basis: "INFERRED",
      confidence: 0.8,
      note: "the end of the period for which the office was given",
    });
}

/** The meaning of a "since" day: for an ambassador, it is taken as the presentation of credentials. */
function beginning(holder: Holder, office: FactbookOffice, saying: Saying): [string, Saying] {
  const accredited =
    office.words.startsWith("Chief of mission") && !holder.acting && /^$|Ambassador|Nuncio/i.test(holder.title ?? "");
  if (!accredited) return ["entered", saying];
  const note = "the Factbook only says since when; by its practice that is the presentation of credentials";
  return ["presentedCredentials", { ...saying, basis: "INFERRED", confidence: 0.8, note }];
}

function nameOf(facts: Facts, post: string): string {
  const [first] = facts.entity("Post", post, { file: "", line: 0 }).fact.fields.get("name")?.assertions ?? [];
  return String(first?.value);
}

/** The years that distinguish the tenures of one person in one office. */
interface Years {
  of(row: FactbookRow, holder: Holder): string;
}

/**
 * A tenure's year is the one since which it is held. A line without a year gets the latest one in other lines of the
 * same person there that isn't later, or the year of the first such line.
 */
function yearsOf(rows: FactbookRow[]): Years {
  const since = new Map<string, Set<string>>();
  const seen = new Map<string, string>();
  const key = (row: FactbookRow, holder: Holder): string =>
    `${row.code} ${row.role} ${holder.acting} ${slugOf(holder.name)}`;
  for (const row of rows) {
    for (const holder of readHolders(row.text, row.role).holders) {
      const of = key(row, holder);
      const year = row.first.slice(0, 4);
      if (holder.since !== null) since.set(of, (since.get(of) ?? new Set()).add(holder.since.edtf.slice(0, 4)));
      else if (year < (seen.get(of) ?? "9999")) seen.set(of, year);
    }
  }
  return {
    of(row, holder) {
      if (holder.since !== null) return holder.since.edtf.slice(0, 4);
      const known = [...(since.get(key(row, holder)) ?? [])].filter((year) => year <= row.first.slice(0, 4)).sort();
      return known.at(-1) ?? seen.get(key(row, holder)) ?? row.first.slice(0, 4);
    },
  };
}

function stateSource(facts: Facts, rows: FactbookRow[], gap: EditionGap, origin: Origin): void {
  if (rows.length === 0) return;
  const said: Saying = { source, locator: fileName, origin };
  const own = authored(facts, said);
  const first = rows.map((row) => row.first).sort()[0]!;
  const last = rows
    .map((row) => row.last)
    .sort()
    .at(-1)!;
  const part = "office holders";
  const scopes = [
    { facts: "TENURES", offices: ["CHIEF_OF_STATE", "HEAD_OF_GOVERNMENT"] },
    { facts: "TENURES", country: "country:us", offices: ["CHIEF_OF_MISSION"], accreditedTo: "states" },
    { facts: "TENURES", offices: ["CHIEF_OF_MISSION"], accreditedTo: "country:us" },
  ];
  const coverage =
    first < leftStanding && last > leftStanding
      ? [
          { part, from: first, until: gap.lastBefore, scopes },
          { part, from: gap.firstAfter, until: last, scopes },
        ]
      : [{ part, from: first, until: last < leftStanding ? last : gap.lastBefore, scopes }];
  const agency = "organization:us-central-intelligence-agency";
  facts
    .entity("Organization", agency, origin)
    .say("name", "Central Intelligence Agency", own)
    .say("kind", "AGENCY", own)
    .say("country", "country:us", own);
  facts
    .entity("Source", source, origin)
    .say("name", "World Factbook, office holders by edition", own)
    .say("kind", "DATA_SET", own)
    .say("address", "https://www.cia.gov/the-world-factbook/", own)
    .say("licence", "CC0 1.0", { ...said, locator: "licence" })
    .say("publishers", agency, own)
    .say("coverage", coverage, {
      ...said,
      basis: "INFERRED",
      confidence,
      note: "from the first to the last edition at hand; no edition is between the two spans",
    });
}
