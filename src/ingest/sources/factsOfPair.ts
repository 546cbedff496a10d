/** Extracts the history of two states from the full record, as a separate bundle. */
import type { CountryEntry } from "../countries/crosswalk.ts";
import type { Assertion, Fact } from "../facts.ts";
import { push } from "../../graph/arrays.ts";

/** The content of one data set. */
export interface SetOfFacts {
  name: string;
  facts: Fact[];
}

/** Sources with one record per person: their assertions on an official are always kept. */
const registers = ["source:pocom-people", "source:congress-legislators", "source:historian-presidents"];

/** Offices at the head of a state and of its foreign ministry. */
const highOffices = ["CHIEF_OF_STATE", "HEAD_OF_GOVERNMENT", "MINISTER"];

/**
 * Selects what concerns two states, with the words, sources and places of the data sets:
 * - meetings in which both took part, with all participants; for a multilateral one, only those of the two;
 * - tenures of their chiefs of mission to each other, of their heads of state and of government, of their ministers;
 * - their missions to each other;
 * - their relation and its events;
 * - counts by month at the border of the two: of all people together, and of those from either of the two;
 * - what these refer to: officials, posts, places, organizations, sources; but no countries.
 *
 * For officials and multilateral meetings, which many records mention, it keeps what the records of these facts and
 * the registers of people state.
 * @returns the content of each set, in order, without empty sets.
 */
export function factsOfPair(sets: SetOfFacts[], pair: [CountryEntry, CountryEntry]): SetOfFacts[] {
  const choice = new Choice(
    sets.flatMap(({ facts }) => facts),
    pair.map(({ id }) => id),
  );
  const kept = choice.make();
  return sets.flatMap(({ name, facts }) => {
    const ofSet = facts.flatMap((fact) => (kept.has(fact.id) ? (choice.trimmed(fact) ?? []) : []));
    return ofSet.length > 0 ? [{ name, facts: ofSet }] : [];
  });
}

/** The records that state something. */
interface SaidBy {
  source: string | undefined;
  locators: string[];
}

class Choice {
  /** The sets' facts on each id: some ids are in several sets. */
  readonly #byId = new Map<string, Fact[]>();
  readonly #byType = new Map<string, Fact[]>();
  readonly #pair: string[];
  readonly #kept = new Set<string>();
  /** The records behind the facts kept, as source and locator. */
  readonly #records = new Set<string>();

  constructor(facts: Fact[], pair: string[]) {
    this.#pair = pair;
    for (const fact of facts) {
      push(this.#byId, fact.id, fact);
      push(this.#byType, fact.type, fact);
    }
  }

  /** @returns the ids of everything kept. */
  make(): Set<string> {
    this.#meetings();
    this.#tenures();
    this.#missions();
    this.#relation();
    this.#counts();
    // Iterating a Set includes elements added meanwhile.
    for (const id of this.#kept)
      for (const fact of this.#byId.get(id)!) {
        const said = this.trimmed(fact);
        if (said) for (const other of leadsTo(said)) this.#add(other);
      }
    return this.#kept;
  }

  /** The part of a widely mentioned entity stated by the records of the pair; undefined if there is none. */
  trimmed(fact: Fact): Fact | undefined {
    if (!this.#isOfMany(fact)) return fact;
    const fields: Fact["fields"] = new Map();
    for (const [name, { origin }] of fact.fields) {
      const assertions = this.#ofPair(fact, (each) => each.fields.get(name)?.assertions ?? [], recordsOfValue);
      if (assertions.length > 0) fields.set(name, { origin, assertions });
    }
    const records = this.#ofPair(fact, (each) => each.records, sayingRecord);
    return fields.size > 0 || records.length > 0 ? { ...fact, fields, records } : undefined;
  }

  /** The statements of the pair's records; all if there are none, since a set may state a thing only once. */
  #ofPair<T>(fact: Fact, partOf: (fact: Fact) => T[], recordsOf: (said: T) => SaidBy): T[] {
    const isKept = (said: T): boolean => {
      const { source, locators } = recordsOf(said);
      return registers.includes(source ?? "") || locators.some((each) => this.#records.has(recordKey(source, each)));
    };
    const kept = partOf(fact).filter(isKept);
    const isSaid = kept.length > 0 || this.#byId.get(fact.id)!.some((each) => partOf(each).some(isKept));
    return isSaid ? kept : partOf(fact);
  }

  #isOfMany(fact: Fact): boolean {
    if (fact.type === "Official") return true;
    if (fact.type === "Meeting") return isGathering(fact.id);
    return fact.type === "Participation" && isGathering(meetingOf(fact));
  }

  #meetings(): void {
    const parts = this.#ofType("Participation");
    const states = new Map<string, Set<string>>();
    for (const part of parts) {
      const meeting = meetingOf(part);
      if (!states.has(meeting)) states.set(meeting, new Set());
      for (const state of statesOf(part)) states.get(meeting)!.add(state);
    }
    const common = new Set(
      [...states].flatMap(([meeting, taking]) => (this.#pair.every((each) => taking.has(each)) ? [meeting] : [])),
    );
    for (const meeting of common) {
      this.#add(meeting);
      if (!isGathering(meeting)) this.#recordsOf(meeting);
    }
    for (const part of parts) {
      const meeting = meetingOf(part);
      if (!common.has(meeting)) continue;
      if (isGathering(meeting) && !statesOf(part).some((each) => this.#pair.includes(each))) continue;
      this.#add(part.id);
      // At a multilateral meeting, the records of all who met there state a state's participation.
      if (!isGathering(meeting) || part.fields.has("official")) this.#recordsOf(part.id);
    }
  }

  #tenures(): void {
    const posts = new Set(
      this.#ofType("Post").flatMap((post) => {
        const [country] = textsOf(post, "country");
        const [other] = textsOf(post, "accreditedTo");
        if (country === undefined || !this.#pair.includes(country)) return [];
        const betweenThem = other !== undefined && other !== country && this.#pair.includes(other);
        const isHigh = textsOf(post, "kind").some((kind) => highOffices.includes(kind));
        return betweenThem || isHigh ? [post.id] : [];
      }),
    );
    for (const tenure of this.#ofType("Tenure"))
      if (textsOf(tenure, "post").some((post) => posts.has(post))) this.#addWithRecords(tenure.id);
  }

  #missions(): void {
    for (const mission of this.#ofType("Mission")) {
      const sides = [...textsOf(mission, "sendingState"), ...textsOf(mission, "hostState")];
      if (this.#pair.every((each) => sides.includes(each))) this.#addWithRecords(mission.id);
    }
  }

  #relation(): void {
    const relations = this.#ofType("BilateralRelation").filter((relation) => this.#isOfBoth(relation));
    const ids = relations.map(({ id }) => id);
    for (const id of ids) this.#addWithRecords(id);
    for (const event of this.#ofType("RelationEvent"))
      if (textsOf(event, "relation").some((each) => ids.includes(each))) this.#addWithRecords(event.id);
  }

  #counts(): void {
    const borders = this.#ofType("Place").filter(
      (place) => textsOf(place, "kind").includes("BORDER") && this.#isOfBoth(place),
    );
    const ids = borders.map(({ id }) => id);
    for (const flow of this.#ofType("Flow")) {
      const there = textsOf(flow, "place").some((each) => ids.includes(each));
      const ofMonth = textsOf(flow, "period").every((each) => /^\d{4}-\d\d$/.test(each));
      const ofThem = textsOf(flow, "nationality").some((each) => this.#pair.includes(each));
      const ofAll = ["nationality", "citizenship", "demographic", "legalAuthority"].every(
        (each) => textsOf(flow, each).length === 0,
      );
      if (there && ofMonth && (ofThem || ofAll)) this.#addWithRecords(flow.id);
    }
  }

  #isOfBoth(fact: Fact): boolean {
    const countries = textsOf(fact, "countries");
    return this.#pair.every((each) => countries.includes(each));
  }

  #ofType(type: string): Fact[] {
    return this.#byType.get(type) ?? [];
  }

  #add(id: string): void {
    if (this.#byId.has(id)) this.#kept.add(id);
  }

  #addWithRecords(id: string): void {
    this.#add(id);
    this.#recordsOf(id);
  }

  #recordsOf(id: string): void {
    for (const fact of this.#byId.get(id) ?? []) {
      for (const { source, locators } of assertionsOf(fact))
        for (const locator of locators) this.#records.add(recordKey(source, locator));
      for (const { saying } of fact.records) this.#records.add(recordKey(saying.source, saying.locator));
    }
  }
}

// A journey has one record; a multilateral meeting those of all who went there.
function isGathering(meeting: string): boolean {
  return !/^meeting:(?:trip|visit)-/.test(meeting);
}

function meetingOf(part: Fact): string {
  return textsOf(part, "meeting")[0] ?? "";
}

function statesOf(part: Fact): string[] {
  return [...textsOf(part, "country"), ...textsOf(part, "onBehalfOf")];
}

/** All texts given for a field, alone or in a record. */
function textsOf({ fields, records }: Fact, name: string): string[] {
  const alone = fields.get(name)?.assertions.map(({ value }) => value) ?? [];
  return [...alone, ...records.flatMap((each) => each.fields[name])].filter(
    (each): each is string => typeof each === "string",
  );
}

/** All possible ids in an entity's facts: relations and sources. */
function* leadsTo(fact: Fact): Generator<string> {
  for (const { value, source } of assertionsOf(fact)) {
    if (typeof value === "string") yield value;
    if (source !== undefined) yield source;
  }
  for (const { fields, saying } of fact.records) {
    for (const value of Object.values(fields).flat()) if (typeof value === "string") yield value;
    yield saying.source;
  }
}

function assertionsOf({ fields }: Fact): Assertion[] {
  return [...fields.values()].flatMap(({ assertions }) => assertions);
}

function recordKey(source: string | undefined, locator: string): string {
  return `${source} ${locator}`;
}

function recordsOfValue({ source, locators }: Assertion): SaidBy {
  return { source, locators };
}

function sayingRecord({ saying }: Fact["records"][number]): SaidBy {
  return { source: saying.source, locators: [saying.locator] };
}
