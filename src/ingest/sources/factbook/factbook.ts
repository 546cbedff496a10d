/** Office holders from the World Factbook: chiefs of state and government, and of missions of and to the United States. */
import { existsSync } from "node:fs";
import path from "node:path";
import { readEdtf } from "../../../graph/edtf.ts";
import { countryOfGec, reasonForNoCountry, type CountryEntry } from "../../countries/crosswalk.ts";
import { authored } from "../shared/editors.ts";
import type { DataSet, Facts, Saying, Subject } from "../../facts.ts";
import { officialId } from "../shared/people/people.ts";
import { BundleError, type Origin } from "../../problems.ts";
import { slugOf } from "../../slug.ts";
import { gapIn, leftStanding, intervalsOf, untilLastEdition, type EditionGap, type Interval } from "./editions.ts";
import { officeOf, vacantOffice, type FactbookOffice } from "./factbookOffices.ts";
import { readRows, type FactbookRow } from "./rows.ts";
import { stretchesOf, type Stretch } from "./stretches.ts";
import { readHolders, type FactbookRole, type Holder } from "./text.ts";
import { vacantIn, type VacantOffice } from "./vacancies.ts";
import { pageOfEdition } from "../shared/pages.ts";

const source = "source:factbook";
const fileName = "officeholders_history.csv";
const expects = `a folder with ${fileName}, compiled from dated editions of the World Factbook`;
const confidence = 0.9;
/** Of the successors whose first day is known, three quarters are shown within 117 days: see docs/decisions/0026. */
const lag = 120;

/** Office holders by the editions of the World Factbook. */
export const factbook: DataSet = {
  name: "factbook",
  source,
  title: "Office holders by the World Factbook",
  expects,
  async read(folder, facts) {
    const file = path.join(folder, fileName);
    if (!existsSync(file)) throw new BundleError([`${folder}:1 is not the data set factbook: expected ${expects}.`]);
    const { rows, copies } = untilLastEdition(await readRows(file, facts));
    for (const { origin, ...row } of copies)
      facts.merge(origin, locatorOf(row), "repeats the last edition in a file that was moved");
    const gap = gapIn(rows.flatMap(({ first, last }) => [first, last]));
    stateSource(facts, rows, gap, { file, line: 1 });
    const stretchOf = stretchesOf(rows, gap);
    for (const row of rows) stateRow(facts, row, gap, (holder) => stretchOf(row, holder));
  },
};

function locatorOf({ path, role, first }: Pick<FactbookRow, "path" | "role" | "first">): string {
  return `${path} ${role} ${first}`;
}

function stateRow(facts: Facts, row: FactbookRow, gap: EditionGap, stretchOf: (holder: Holder) => Stretch): void {
  const { role, origin } = row;
  const locator = locatorOf(row);
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
  const saying: Saying = {
    source,
    locator,
    origin,
    confidence,
    page: pageOfEdition(row.path, row.commit),
    revision: row.commit,
  };
  const vacant = vacantIn(row.text, role);
  if (vacant) stateVacancy(facts, vacant, { role, country, intervals }, saying);
  if (empty !== null && !vacant) return facts.reject(origin, locator, empty);
  let principal: { title: string | null } | undefined;
  let stated = 0;
  for (const holder of holders) {
    const office = officeOf(facts, holder, role, country, principal, saying);
    if (!office) continue;
    if (office.principal) principal ??= holder;
    stateHolder(facts, holder, office, { country, intervals, stretch: stretchOf(holder), line: row.text }, saying);
    stated += 1;
  }
  if (stated === 0 && !vacant) facts.reject(origin, locator, "names nobody in an office that is read from this source");
}

/** States the period in which nobody held an office, from the day that the line gives, or its first edition. */
function stateVacancy(
  facts: Facts,
  { title, since }: VacantOffice,
  { role, country, intervals }: { role: FactbookRole; country: CountryEntry; intervals: Interval[] },
  saying: Saying,
): void {
  const post = facts.entity("Post", vacantOffice(facts, role, country, title, saying), saying.origin);
  for (const [index, { edtf, note }] of intervals.entries()) {
    const last = edtf.split("/").at(-1)!;
    const begins = index === 0 && since && (readEdtf(since.edtf).lastDay ?? "") < edtf ? since.edtf : undefined;
    post.say("vacant", begins === undefined ? edtf : `${begins}/${last}`, {
      ...saying,
      given: since?.given,
      ...readAs(note),
    });
  }
}

/** A time that ends, or begins, where our reading of the editions says. */
function readAs(note: string | undefined): Pick<Saying, "note" | "basis"> {
  return note === undefined ? {} : { note, basis: "INFERRED" };
}

function stateHolder(
  facts: Facts,
  holder: Holder,
  office: FactbookOffice,
  {
    country,
    intervals,
    stretch,
    line,
  }: { country: CountryEntry; intervals: Interval[]; stretch: Stretch; line: string },
  saying: Saying,
): void {
  const official = officialId(office.serves, holder.name, intervals[0]!.edtf.slice(0, 10));
  const given = holder.given === holder.name ? undefined : holder.given;
  const shown = intervals.flatMap(({ edtf, note }) => (note === undefined ? [edtf] : []));
  const person = facts.entity("Official", official, saying.origin).sayRecord(
    {
      name: holder.name,
      familyName: familyNameOf(holder, office.serves),
      country: office.serves.id,
      offices: [office.words],
      ...(shown.length > 0 && { active: shown }),
    },
    { ...saying, given },
  );
  for (const { edtf, note } of intervals)
    if (note !== undefined) person.say("active", edtf, { ...saying, ...readAs(note) });
  const idIn = (year: string): string =>
    `tenure:${office.post.slice("post:".length)}-${slugOf(holder.name)}-${year}${holder.acting ? "-acting" : ""}`;
  const id = idIn(stretch.year);
  const isNew = !facts.has(id);
  const tenure = facts.entity("Tenure", id, saying.origin);
  if (isNew) {
    tenure.sayRecord(
      { name: `${holder.name}, ${nameOf(facts, office.post)}`, official, post: office.post },
      { ...saying, given: line },
    );
    for (const year of stretch.otherYears) tenure.sayOnce("formerIds", idIn(year), saying);
  }
  tenure.sayOnce("status", holder.acting ? "ACTING" : "SERVED", saying).sayOnce("title", holder.title, saying);
  for (const { edtf, note } of intervals) tenure.say("attested", edtf, { ...saying, ...readAs(note) });
  const { since, until } = holder;
  if (since !== null) {
    const [field, read] = beginning(holder, office, { ...saying, given: since.given });
    const said = stretch.isCorrected(since.edtf) ? { ...read, ...corrected } : read;
    if (!isBefore(since.edtf, country.founded)) tenure.sayOnce(field, since.edtf, said);
    else stateFromFounding(tenure, field, since.edtf, country.founded!, said);
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

/** States whose people are called by the given name, which the Factbook sets in capitals: the family name is the first. */
const calledByGivenName = new Set(["country:vn", "country:north-vietnam", "country:south-vietnam"]);

function familyNameOf({ name, familyName }: Holder, { id }: CountryEntry): string | null {
  return calledByGivenName.has(id) && familyName !== null ? name.split(" ")[0]! : familyName;
}

function isBefore(date: string, day: string | null): boolean {
  const { lastDay } = readEdtf(date);
  return day !== null && lastDay !== null && lastDay < day;
}

// Who reigned before a state was founded held its office since then.
function stateFromFounding(tenure: Subject, field: string, since: string, founded: string, said: Saying): void {
  const rankReason = "before the state was founded";
  tenure.sayOnce(field, since, { ...said, rank: "DEPRECATED", rankReason }).sayOnce(field, founded, {
    ...said,
    basis: "INFERRED",
    confidence: 0.8,
    note: "the state was founded later than the Factbook's day: the office is held since then",
  });
}

const corrected = { basis: "INFERRED", confidence: 0.5, note: "a later edition gives another day" } as const;

/** The meaning of a "since" day: for an ambassador, it is taken as the presentation of credentials. */
function beginning(holder: Holder, office: FactbookOffice, saying: Saying): [string, Saying] {
  const accredited =
    office.words.startsWith("Chief of mission") && !holder.acting && /^$|Ambassador|Nuncio/i.test(holder.title ?? "");
  if (!accredited) return ["entered", saying];
  // Of 278 ambassadors of the United States that the register has too, it gives this day for 165 as that of credentials.
  const note = "the Factbook only says since when; for six of ten that is the presentation of credentials";
  return ["presentedCredentials", { ...saying, basis: "INFERRED", confidence: 0.6, note }];
}

function nameOf(facts: Facts, post: string): string {
  const [first] = facts.entity("Post", post, { file: "", line: 0 }).fact.fields.get("name")?.assertions ?? [];
  return String(first?.value);
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
    .say("headline", "The World Factbook", own)
    .say("kind", "DATA_SET", own)
    .say("address", "https://www.cia.gov/the-world-factbook/", own)
    .say("licence", "CC0 1.0", {
      ...said,
      locator: "licence",
      origin: { file: path.join(path.dirname(origin.file), "LICENSE.md"), line: 1 },
    })
    .say("lag", lag, own)
    .say("publishers", agency, own)
    .say("coverage", coverage, {
      ...said,
      basis: "INFERRED",
      confidence,
      note: "from the first to the last edition at hand; no edition is between the two spans, editions within are up to a year apart, and what is dated later copies the last",
    });
}
