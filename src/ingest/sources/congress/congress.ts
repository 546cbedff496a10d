/** Terms of the presidents and vice-presidents of the United States, by the project @unitedstates. */
import path from "node:path";
import { isMap, isScalar, isSeq, type YAMLMap } from "yaml";
import { readEdtf } from "../../../graph/edtf.ts";
import { countryOfId, type CountryEntry } from "../../countries/crosswalk.ts";
import { authored } from "../shared/editors.ts";
import type { DataSet, Facts, Saying } from "../../facts.ts";
import { officialId } from "../shared/people/people.ts";
import { officeOfState } from "../shared/posts.ts";
import type { Origin } from "../../problems.ts";
import { slugOf } from "../../slug.ts";
import { readText } from "../../forms/readText.ts";
import { parseYaml } from "../../forms/yamlForm.ts";

const source = "source:congress-legislators";
const file = "executive.yaml";

/** The two offices, by the word in a term. */
const offices = {
  prez: { kind: "CHIEF_OF_STATE", words: "President", slug: "us-president" },
  viceprez: { kind: "DEPUTY", words: "Vice President", slug: "us-vice-president" },
} as const;

/** How a term began, in our words. */
const beginnings: Record<string, string> = {
  election: "Elected",
  succession: "Succeeded to the office",
  appointment: "Appointed",
};

type OfficeWord = keyof typeof offices;

interface Term {
  office: OfficeWord;
  start: string;
  end: string;
  how: string;
  locator: string;
  origin: Origin;
}

interface CongressPerson {
  name: string;
  familyName: string;
  givenName: string;
  aliases: string[];
  /** Aliases made of names that the file gives apart. */
  composed: string[];
  birth: string;
  bioguide: string;
  wikidata: string;
  locator: string;
  terms: Term[];
  origin: Origin;
}

/** Consecutive terms of one office. */
type TermsInRow = [Term, ...Term[]];

export const congress: DataSet = {
  name: "congress",
  source,
  title: "terms of presidents and vice-presidents of the United States (@unitedstates)",
  expects: `the folder of unitedstates/congress-legislators, with ${file}`,
  async read(folder, facts) {
    const people = readPeople(path.join(folder, file), facts);
    const starts = people.flatMap(({ terms }) => terms.map(({ start }) => start)).sort();
    stateSource(facts, { file: path.join(folder, file), line: 1 }, starts);
    for (const person of people) statePerson(facts, person, starts.at(-1)!);
  },
};

function readPeople(name: string, facts: Facts): CongressPerson[] {
  const text = readText(name, facts.problems);
  if (text === undefined) return [];
  const yaml = parseYaml(name, text, facts.problems, "it as it is published", { schema: "failsafe" });
  if (!yaml) return [];
  const { document, lines } = yaml;
  if (!isSeq(document.contents)) {
    facts.problems.add({ file: name, line: 1 }, "expected a list of people, each with id, name, bio and terms.");
    return [];
  }
  const lineOf = (node: YAMLMap): Origin => ({ file: name, line: node.range ? lines.linePos(node.range[0]).line : 1 });
  return document.contents.items.flatMap((each, index) => {
    if (isMap(each)) return readPerson(each, lineOf, facts);
    facts.problems.add({ file: name, line: 1 }, `entry ${index + 1}: expected a person with id, name, bio and terms.`);
    return [];
  });
}

function readPerson(node: YAMLMap, lineOf: (node: YAMLMap) => Origin, facts: Facts): CongressPerson[] {
  const origin = lineOf(node);
  const [first, middle, last, suffix] = ["first", "middle", "last", "suffix"].map((part) => text(node, "name", part));
  if (first === undefined || last === undefined || first === "" || last === "") {
    facts.problems.add(origin, "expected a person with a first and a last name.");
    return [];
  }
  const given = joined(first, middle);
  const name = joined(given, last, suffix);
  const bioguide = text(node, "id", "bioguide");
  const locator = bioguide || `govtrack ${text(node, "id", "govtrack")}`;
  const terms = node.get("terms");
  if (!isSeq(terms)) {
    facts.problems.add(origin, `${name}: expected a list of terms.`);
    return [];
  }
  const maps = terms.items.filter((each): each is YAMLMap => isMap(each));
  return [
    {
      name,
      familyName: last,
      givenName: given,
      ...aliasesOf(node, name, first, last),
      birth: text(node, "bio", "birthday"),
      bioguide,
      wikidata: text(node, "id", "wikidata"),
      locator,
      terms: maps.flatMap((term, index) => readTerm(term, lineOf(term), `${locator} term ${index + 1}`, facts)),
      origin,
    },
  ];
}

function aliasesOf(
  node: YAMLMap,
  name: string,
  first: string,
  last: string,
): Pick<CongressPerson, "aliases" | "composed"> {
  const nickname = text(node, "name", "nickname");
  const known = new Set([name, ""]);
  const fresh = (alias: string): boolean => !known.has(alias) && known.add(alias) !== undefined;
  const aliases = [text(node, "name", "official_full")].filter(fresh);
  return { aliases, composed: [joined(first, last), nickname && joined(nickname, last)].filter(fresh) };
}

function readTerm(node: YAMLMap, origin: Origin, locator: string, facts: Facts): Term[] {
  facts.record();
  const [office, start, end, how] = ["type", "start", "end", "how"].map((name) => text(node, name)) as [
    string,
    string,
    string,
    string,
  ];
  if (!Object.hasOwn(offices, office)) {
    facts.problems.add(origin, `type "${office}": expected one of ${Object.keys(offices).join(", ")}.`);
    return [];
  }
  try {
    readEdtf(`${start}/${end}`);
  } catch (error) {
    facts.problems.add(origin, `start and end of a term: ${(error as Error).message}`);
    return [];
  }
  return [{ office: office as OfficeWord, start, end, how, locator, origin }];
}

// A key or a path of two; empty if missing. All values are read as texts, including dates.
function text(node: YAMLMap, ...keys: string[]): string {
  const value = node.getIn(keys, true);
  return isScalar(value) && typeof value.value === "string" ? value.value : "";
}

function joined(...words: (string | undefined)[]): string {
  return words.filter((word) => word !== undefined && word !== "").join(" ");
}

function stateSource(facts: Facts, origin: Origin, starts: string[]): void {
  const said: Saying = { source, locator: file, origin };
  const own = authored(facts, said);
  const covered = {
    part: "presidents and vice-presidents",
    from: starts[0] ?? null,
    until: starts.at(-1) ?? null,
    scopes: [{ facts: "TENURES", country: "country:us", offices: ["CHIEF_OF_STATE", "DEPUTY"] }],
  };
  const project = "organization:unitedstates-project";
  facts
    .entity("Organization", project, origin)
    .say("name", "The @unitedstates project", own)
    .say("kind", "PUBLISHER", own);
  facts
    .entity("Source", source, origin)
    .say("name", "Members of Congress and executives of the United States, by @unitedstates", own)
    .say("kind", "DATA_SET", own)
    .say("headline", "congress-legislators", said)
    .say("address", "https://github.com/unitedstates/congress-legislators", own)
    .say("licence", "CC0 1.0", {
      ...said,
      locator: "licence",
      origin: { file: path.join(path.dirname(origin.file), "LICENSE"), line: 1 },
    })
    .say("publishers", project, own)
    .say("coverage", [covered], {
      ...said,
      basis: "INFERRED",
      confidence: 0.9,
      note: "from the first start of a term to the last one",
    });
}

function statePerson(facts: Facts, person: CongressPerson, lastStart: string): void {
  const { name, familyName, givenName, birth, terms, origin } = person;
  const saying: Saying = { source, locator: person.locator, origin };
  const country = countryOfId("country:us")!;
  const held = [...new Set(terms.map(({ office }) => offices[office].words))];
  const active = tenuresOf(terms).map((tenure) => intervalOf(tenure, lastStart));
  const id = officialId(country, name, "");
  const official = facts.entity("Official", id, origin);
  official.sayRecord({ name, familyName, givenName, country: country.id, birth, offices: held, active }, saying);
  for (const alias of person.aliases) official.say("aliases", alias, saying);
  for (const alias of person.composed)
    official.say("aliases", alias, {
      ...saying,
      basis: "INFERRED",
      confidence: 0.95,
      note: "made of names that the file gives apart",
    });
  official.say("wikidata", person.wikidata, saying).say("bioguide", person.bioguide, saying);
  for (const tenure of tenuresOf(terms)) stateTenure(facts, { id, name }, tenure, country, lastStart, terms);
}

// Consecutive terms of an office are one tenure.
function tenuresOf(terms: Term[]): TermsInRow[] {
  const tenures: TermsInRow[] = [];
  for (const term of [...terms].sort((a, b) => (a.start < b.start ? -1 : 1))) {
    const last = tenures.at(-1);
    if (last?.[0].office === term.office && last.at(-1)!.end === term.start) last.push(term);
    else tenures.push([term]);
  }
  return tenures;
}

// The latest term is still running: its end is only the day set by law.
function isRunning(tenure: TermsInRow, lastStart: string): boolean {
  return tenure.at(-1)!.start === lastStart;
}

function intervalOf(tenure: TermsInRow, lastStart: string): string {
  const { start } = tenure[0];
  return isRunning(tenure, lastStart) ? start : `${start}/${tenure.at(-1)!.end}`;
}

function stateTenure(
  facts: Facts,
  official: { id: string; name: string },
  tenure: TermsInRow,
  country: CountryEntry,
  lastStart: string,
  terms: Term[],
): void {
  const [first] = tenure;
  const last = tenure.at(-1)!;
  const { kind, words, slug } = offices[first.office];
  const by = ({ locator, origin }: Term): Saying => ({ source, locator, origin });
  const post = officeOfState(facts, kind, country, by(first));
  const year = first.start.slice(0, 4);
  const subject = facts.entity("Tenure", `tenure:${slug}-${slugOf(official.name)}-${year}`, first.origin);
  const name = `${official.name}, ${words} of the United States, ${year}`;
  for (const term of tenure) {
    subject.sayRecord({ name, official: official.id, post }, by(term)).say("status", "SERVED", by(term));
    const span = isRunning([term], lastStart) ? term.start : `${term.start}/${term.end}`;
    subject.say("attested", span, by(term));
  }
  subject.say("entered", first.start, by(first)).say("circumstances", beginnings[first.how], by(first));
  if (isRunning(tenure, lastStart)) return;
  subject.say("ended", last.end, by(last));
  const rose = terms.some(({ office, start, how }) => office === "prez" && how === "succession" && start === last.end);
  if (rose && last.office === "viceprez")
    subject.say("endReason", "Succeeded to the presidency", {
      ...by(last),
      basis: "INFERRED",
      confidence: 0.95,
      note: "a term as president follows on the same day, by succession",
    });
}
