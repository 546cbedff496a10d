/** The guide of the Office of the Historian to recognition and relations, by country. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { countryOfArticle, countryOfId, stateOn, type CountryEntry } from "../../countries/crosswalk.ts";
import { authored } from "../shared/editors.ts";
import type { DataSet, Facts, Saying } from "../../facts.ts";
import { knownOfPublisher, officeOfTheHistorian } from "../shared/historian.ts";
import { BundleError } from "../../problems.ts";
import { bilateralRelation } from "./bilateralRelation.ts";
import { slugOf } from "../../slug.ts";
import { readXml } from "../shared/readXml.ts";
import { stateConsulates } from "./consulates.ts";
import { kindAfter } from "./missionWords.ts";
import { MissionHistories, type Change } from "./missionHistory.ts";
import { datesOf, datesOfMission, shownDate, yearOf, type Dated } from "./relationDates.ts";
import { entriesOf, type Entry } from "./relationEntries.ts";
import { kindsOf, never, nothing, type RelationKind, type Kinds } from "./relationKinds.ts";
import { readEdtf } from "../../../graph/edtf.ts";
import { nameOf } from "./relationNames.ts";
import { sidesOf, type Sides } from "./relationSides.ts";
import { pageOfArticle } from "../shared/pages.ts";

const source = "source:historian-rdcr";
const expects = "a folder articles with one or more .xml files, one for each country";

/** Recognition and relations of the United States, by country. */
export const rdcr: DataSet = {
  name: "rdcr",
  source,
  title: "Recognition and relations, by country (Office of the Historian)",
  expects,
  read: readFolder,
};

async function readFolder(folder: string, facts: Facts): Promise<void> {
  const articles = path.join(folder, "articles");
  const names = filesOf(articles);
  if (names.length === 0) throw new BundleError([`${folder}:1 is not the data set rdcr: expected ${expects}.`]);
  const us = countryOfId("country:us")!;
  const known = new KnownEvents();
  const missions = new MissionHistories();
  for (const name of names) readArticle(path.join(articles, name), us, known, missions, facts);
  missions.state(facts);
  stateSource(path.join(articles, names[0]!), facts);
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".xml"))
      .sort();
  } catch {
    return [];
  }
}

function readArticle(
  file: string,
  us: CountryEntry,
  known: KnownEvents,
  missions: MissionHistories,
  facts: Facts,
): void {
  const root = readXml(file, facts.problems);
  if (!root) return;
  if (root.name !== "TEI") {
    facts.problems.add({ file, line: root.line }, `is <${root.name.slice(0, 60)}>: expected an article, <TEI>.`);
    return;
  }
  const article = path.basename(file, ".xml");
  const them = countryOfArticle(article);
  const entries = entriesOf(root, article);
  const own = new Set(entries.map((entry) => keyOf(entry, kindsOfEntry(entry).kind)));
  for (const entry of entries) {
    facts.record();
    const reason = them ? unfit(entry) : "the article is about nothing that is known as a state";
    if (reason === undefined) stateEntry(entry, file, us, them!, own, known, missions, facts);
    else facts.reject({ file, line: entry.line }, entry.locator, reason);
  }
}

/** An event's kind and the year of its heading, within its article. */
function keyOf(entry: Entry, kind: RelationKind): string {
  const { wholeHead } = entry;
  // An interests section may be followed by an embassy in the same year.
  const mission = kind.startsWith("MISSION_") ? kindAfter(entry, kind) : "";
  return `${kind} ${mission} ${wholeHead.match(/\b\d{4}\b/g)?.at(-1)}`;
}

/** Why an entry isn't an event, judging by its own words. */
function unfit({ head, section, text, officials }: Entry): string | undefined {
  if (head === "" && text === "") return "an entry without words";
  if (nothing.test(head)) return "the heading tells that there was nothing of the kind";
  if (section === "diplomatic-relations" && never.test(text))
    return "the text tells that relations were never established";
  if (
    /^(?:The United States )?maintains no official presence|^The United States maintains no/.test(text) &&
    officials.length === 0
  )
    return "the text tells that there was nothing of the kind";
  return /Anniversary/.test(head) ? "an anniversary, and no change" : undefined;
}

function stateEntry(
  entry: Entry,
  file: string,
  us: CountryEntry,
  subject: CountryEntry,
  own: Set<string>,
  known: KnownEvents,
  missions: MissionHistories,
  facts: Facts,
): void {
  const said: Saying = {
    source,
    locator: entry.locator,
    origin: { file, line: entry.line },
    page: pageOfArticle(entry.article),
  };
  const kinds = kindsOfEntry(entry);
  const dates = datesOf(entry, kinds.kind, file, facts.problems);
  if (isRemark(entry, kinds, dates)) {
    facts.reject(said.origin, entry.locator, "a remark without a date of its own");
    return;
  }
  const state = (ownId: string, kind: RelationKind, at: Dated[]): void => {
    const day = shownDate(at)?.split("/")[0] ?? "";
    const them = stateOn(subject, day, entry.head);
    const sides = sidesOf(entry, kind, us, them);
    const name = nameOf(entry, kind, sides, us, them, yearOf(at), day);
    // An article may tell what another state went through that took its own one up.
    const other = [sides.actor, sides.toward].find((each) => each !== null && each !== us) ?? them;
    const relation = bilateralRelation(facts, us, other, said);
    const id = known.idOf(ownId, kind, at, entry.article, [relation, sides.actor?.id, sides.toward?.id]);
    if (id !== ownId) facts.merge(said.origin, entry.locator, `the same event as ${id}, which another article tells`);
    const event = facts
      .entity("RelationEvent", id, said.origin)
      .sayRecord({ name, relation }, { ...said, given: entry.text || undefined })
      .say("kind", kind, { ...said, ...readKind(kinds) });
    for (const { date, how } of at) event.say("date", date, { ...said, ...how });
    const directed: Saying = { ...said, basis: "INFERRED", confidence: sides.confidence, note: sides.note };
    event
      .say("actor", stoodAt(sides.actor, at, kind)?.id, directed)
      .say("toward", stoodAt(sides.toward, at, kind)?.id, directed);
    if (id !== ownId) event.sayOnce("formerIds", ownId, said);
    const change: Change = { entry, kind, dates: at, said, event, article: subject };
    if (MissionHistories.concerns(kind)) {
      for (const [sending, host] of directionsOf(kind, sides, us, other)) missions.add(sending, host, change);
    } else if (kind.startsWith("CONSULATE_"))
      stateConsulates(facts, sides.actor ?? us, stoodAt(sides.toward, at, kind), change);
    for (const { slug, line } of entry.officials)
      event.say("officials", `official:${slug}`, { ...said, origin: { file, line } });
  };
  const id = `relation-event:${slugOf(entry.article)}-${entry.slug}`;
  state(id, kinds.kind, dates);
  const second = secondYear(entry);
  if (second !== undefined) state(`${id}-${second}`, kinds.kind, [{ date: second, how: {} }]);
  // Changes with their own entry are left to it.
  const others = kinds.others.filter((kind) => !own.has(keyOf(entry, kind)));
  for (const kind of others)
    state(
      `${id}-${slugOf(kind)}`,
      kind,
      kind.startsWith("MISSION_") ? datesOfMission(entry, kind, dates) : datesOfOthers(dates),
    );
  for (const official of entry.officials) stateOfficial(official, said, facts);
}

/** Whose missions a change is about: those of both where nobody made it alone, or relations were broken. */
function directionsOf(
  kind: RelationKind,
  { actor, toward }: Sides,
  us: CountryEntry,
  them: CountryEntry,
): [CountryEntry, CountryEntry][] {
  return actor === null || toward === null || kind.startsWith("RELATIONS_")
    ? [
        [us, them],
        [them, us],
      ]
    : [[actor, toward]];
}

/** The second of two years in a heading: `Recognition of Salvadoran Independence, 1824 & 1849`. */
function secondYear({ wholeHead }: Entry): string | undefined {
  return /\b\d{4} (?:&|and) (\d{4})\.?$/.exec(wholeHead.trim())?.[1];
}

/** Of one day there may be several of these between two states. */
const several: RelationKind[] = ["TREATY", "OTHER"];

/** The events told so far: several articles tell the same one, each of its own state. */
class KnownEvents {
  readonly #found = new Map<string, { id: string; article: string }>();

  /** The id of an event: that of the same one in another article. @param traits what it is. */
  idOf(id: string, kind: RelationKind, at: Dated[], article: string, traits: (string | undefined)[]): string {
    if (several.includes(kind) || at.length === 0) return id;
    const key = [kind, ...at.map(({ date }) => date), ...traits].join(" ");
    const found = this.#found.get(key);
    if (found && found.article !== article) return found.id;
    this.#found.set(key, { id, article });
    return id;
  }
}

// A consulate in a land that was no state yet was opened toward none.
function stoodAt(side: CountryEntry | null, dates: Dated[], kind: RelationKind): CountryEntry | null {
  const date = shownDate(dates);
  const last = date && readEdtf(date).lastDay;
  const before = last && side?.founded && last < side.founded;
  return before && kind !== "RECOGNITION" ? null : side;
}

// A day mentioned only in a remark's text may not be that of its heading.
function isRemark({ head }: Entry, { kind, byHead }: Kinds, dates: Dated[]): boolean {
  if (dates.length === 0) return kind === "OTHER" || kind === "STATE_CHANGED" || !byHead;
  return kind === "OTHER" && head !== "" && dates.every(({ how }) => how.basis === "INFERRED");
}

/** The heading's kinds; if it is empty or vague, the text's. */
function kindsOfEntry({ head, section, text }: Entry): Kinds {
  if (head.startsWith("Expansion of Relations") && /established full diplomatic relations/.test(text))
    return { kind: "RELATIONS_OPENED", others: [], byHead: false };
  return kindsOf(head, section);
}

function readKind({ byHead }: Kinds): Pick<Saying, "basis" | "confidence" | "note"> {
  return byHead
    ? { basis: "INFERRED", confidence: 0.95, note: "read out of the words of the heading" }
    : { basis: "INFERRED", confidence: 0.8, note: "read out of the section that it stands in, and of its text" };
}

// The day in the text belongs to the entry's own kind; the heading's other kinds have only the heading's date.
function datesOfOthers(dates: Dated[]): Dated[] {
  const ofHead = dates.filter(({ how }) => how.basis === undefined);
  return ofHead.length > 0 ? ofHead : dates;
}

function stateOfficial({ slug, name, line }: Entry["officials"][number], said: Saying, facts: Facts): void {
  facts.entity("Official", `official:${slug}`, said.origin).sayRecord(
    { name, country: "country:us" },
    {
      ...said,
      origin: { file: said.origin.file, line },
      basis: "INFERRED",
      confidence: 0.9,
      note: "the name leads to the page of a person of the Department of State",
    },
  );
}

/** The last day of any event: none is known of after it. */
/** The last date of an event, as exact as an article tells it. */
function lastDateIn(facts: Facts): string | null {
  const dates = facts
    .all()
    .filter(({ type }) => type === "RelationEvent")
    .flatMap(({ fields }) => fields.get("date")?.assertions ?? [])
    .flatMap(({ value }) =>
      ((day) => (day === null ? [] : [{ day, date: value as string }]))(readEdtf(value as string).lastDay),
    );
  return dates.sort((a, b) => (a.day < b.day ? -1 : 1)).at(-1)?.date ?? null;
}

function stateSource(file: string, facts: Facts): void {
  const until = lastDateIn(facts);
  const said: Saying = { source, locator: "articles", origin: { file, line: 1 } };
  const ours = authored(facts, said);
  const known = knownOfPublisher(facts, said);
  const covered = {
    part: "recognition and relations of the United States",
    from: "1776",
    until,
    scopes: [{ facts: "RELATIONS", country: "country:us" }],
  };
  const publisher = officeOfTheHistorian(facts, said, { name: ours, rest: known });
  facts
    .entity("Source", source, said.origin)
    .say("name", "Guide to recognition, diplomatic and consular relations of the United States, by country", ours)
    .say(
      "headline",
      "A Guide to the United States’ History of Recognition, Diplomatic, and Consular Relations, by Country, since 1776",
      said,
    )
    .say("kind", "DATA_SET", ours)
    .say("address", "https://history.state.gov/countries", { ...ours, locator: "address" })
    .say("licence", "In the public domain; CC0 1.0 where that is needed.", { ...ours, locator: "terms of use" })
    .say("coverage", [covered], {
      ...said,
      basis: "INFERRED",
      confidence: 0.95,
      note: "from the first year of its title to the last date of an event in its articles",
    })
    .say("publishers", publisher, known);
}
