/** Consulates, from entries on one of them and from lists of posts: `Glasgow (1801-1965) Dundee (1834-1940)`. */
import { stateOn, type CountryEntry } from "../../countries/crosswalk.ts";
import type { Facts, Saying } from "../../facts.ts";
import { cityOf, wasDivided, type City } from "../shared/missions/missionPlaces.ts";
import { consulate, nameMission, stateSeat, type KindOfMission } from "../shared/missions/missions.ts";
import type { Change } from "./missionHistory.ts";
import { cityAfter } from "./missionWords.ts";
import { isEdtf } from "../../../graph/edtf.ts";
import { daysIn } from "./writtenDays.ts";

/** One post of a list. */
interface Listed {
  city: City;
  given: string;
  opened: string;
  /** Null if the list has none, empty if it says that there is one and not when, `..` for a post of today. */
  closed: string | null;
}

const withYears = /((?:St\. )?\p{Lu}[^()0-9;:.,]{2,40}?) \((\d{4})\s*[-–]\s*(\d{2,4}|\?|current|present)\)/gu;
const withYear = /(\p{Lu}[\p{L}’'‘ -]{2,30}(?: \(\p{Lu}[\p{L}’' -]+\))?),? \(?(\d{4})\)?(?=[;.]| and )/gu;
const listing = { basis: "INFERRED", confidence: 0.9, note: "the years stand in the list of posts" } as const;
const lastKnown = { basis: "INFERRED", confidence: 0.8, note: "the latest date that the guide has" } as const;
const reading = { basis: "INFERRED", confidence: 0.9, note: "read out of the heading" } as const;

/** States the consulates that an entry tells of. @param host of them at that time; null if there was no state. */
export function stateConsulates(facts: Facts, sending: CountryEntry, host: CountryEntry | null, change: Change): void {
  const { entry, article, said } = change;
  const posts = listed(change);
  if (posts.length === 0) {
    stateOne(facts, sending, host, change);
    return;
  }
  const kind: KindOfMission = /Consulate Generals/.test(entry.head) ? "CONSULATE_GENERAL" : "CONSULATE";
  for (const { city, given, opened, closed } of posts) {
    const there = stateOn(article, opened, entry.head);
    const isUnknown = wasDivided(article, `${opened}-12-31`);
    const state = isUnknown || (there.founded !== null && `${opened}-12-31` < there.founded) ? null : there;
    const how: Saying = { ...said, ...listing, given };
    const mission = consulate(facts, sending, city, state, said).sayOnce("kind", kind, how).say("opened", opened, how);
    if (closed === "") mission.sayUnnamed("closed", how);
    else if (closed === "..") mission.sayNone("closed", how);
    else mission.say("closed", closed, how);
    stateSeat(facts, mission, city, how);
    nameMission(facts, mission, { sending, host: article, city, kinds: [kind] }, said);
  }
}

function listed({ entry, article }: Change): Listed[] {
  const found = [...entry.text.matchAll(withYears)].flatMap(([given, name, from, to]): Listed[] => {
    const city = cityOf(name!, article);
    const until = /^\d{2}$/.test(to!) ? from!.slice(0, 2) + to : to!;
    if (!city || (/^\d/.test(until) && until < from!)) return [];
    return [{ city, given, opened: from!, closed: until === "?" ? "" : /^[a-z]/.test(until) ? ".." : until }];
  });
  if (found.length > 0) return found;
  const single = [...entry.text.matchAll(withYear)].flatMap(([given, name, from]): Listed[] => {
    const city = cityOf(name!, article);
    return city ? [{ city, given, opened: from!, closed: null }] : [];
  });
  return single.length > 2 ? single : [];
}

/** A consulate in an entry of its own. */
function stateOne(facts: Facts, sending: CountryEntry, host: CountryEntry | null, change: Change): void {
  const { entry, kind, dates, said, event, article } = change;
  const { head } = entry;
  if (/Posts|Consulates|Agents|Relations/.test(head)) return;
  const named =
    cityAfter(entry, kind, host?.id === "country:us" ? host : article) ??
    cityNamed(/^(?:Port of )?([A-Z]\w+(?: \(\w+\))?)$/.exec(head)?.[1], article);
  if (!named) return;
  const { city, given } = named;
  const how: Saying = { ...said, ...reading };
  const mission = consulate(facts, sending, city, host, said);
  const isGeneral = /Consulate General/.test(head);
  mission.sayOnce("kind", isGeneral ? "CONSULATE_GENERAL" : "CONSULATE", how);
  const field = kind === "CONSULATE_CLOSED" ? "closed" : isGeneral ? "raised" : "opened";
  for (const { date, how: dated } of dates) mission.say(field, date, { ...said, ...dated });
  const end = kind === "CONSULATE_CLOSED" ? undefined : endOf(change);
  mission.say("closed", end?.date, { ...said, ...end?.how, given: end?.words });
  stateSeat(facts, mission, city, { ...how, given });
  nameMission(
    facts,
    mission,
    { sending, host: article, city, kinds: isGeneral ? ["CONSULATE", "CONSULATE_GENERAL"] : ["CONSULATE"] },
    said,
  );
  event.sayOnce("missions", mission.id, how);
  if (kind !== "CONSULATE_CLOSED") event.sayOnce("missionKind", isGeneral ? "CONSULATE_GENERAL" : "CONSULATE", how);
}

function cityNamed(given: string | undefined, country: CountryEntry): { city: City; given: string } | undefined {
  const city = given === undefined ? undefined : cityOf(given, country);
  return city && { city, given: given! };
}

/** The end of a span in the heading, or the last day in the words of the guide's lists. */
function endOf({ entry }: Change): { date: string; words: string; how?: Partial<Saying> } | undefined {
  const span = entry.dates.find(({ to }) => to !== undefined && isEdtf(to));
  if (span) return { date: span.to!, words: span.words };
  const latest = /Latest Date: (.*)$/.exec(entry.text)?.[1];
  const [day] = latest === undefined ? [] : daysIn(latest);
  return day && { date: day.date, words: day.words, how: lastKnown };
}
