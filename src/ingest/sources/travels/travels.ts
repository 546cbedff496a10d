/** Travels abroad of Presidents and Secretaries of State, by the Office of the Historian. */
import path from "node:path";
import { existsSync } from "node:fs";
import type { DataSet, Facts, Saying } from "../../facts.ts";
import { BundleError, type Origin } from "../../problems.ts";
import { stateCounterpart } from "../shared/counterparts.ts";
import { stateSource } from "../shared/historian.ts";
import { readJourneys } from "../shared/journeys.ts";
import { stateJourney, statePlaces } from "../shared/meetings.ts";
import { officialOfSlug, readPresidents } from "../shared/presidents.ts";
import { inCompany, partiesIn, stateInParty } from "./party.ts";
import { ownMeeting, stateSides, stateTripTo } from "./sides.ts";
import { beforeOffice, citiesOf, lacking, readTrip, toldOf, type Trip } from "./trips.ts";
import { pageOfTraveller } from "../shared/pages.ts";

const source = "source:historian-travels";
const listOfPresidents = "source:historian-presidents";
const folders = ["president-travels", "secretary-travels"];
const presidents = path.join("presidents", "presidents.xml");

/** The offices whose holders the list follows. */
const travellers = ["post:us-president", "post:us-secretary-of-state"];

export const travels: DataSet = {
  name: "travels",
  source,
  title: "travels abroad of Presidents and Secretaries of State (Office of the Historian)",
  expects: `the folder of HistoryAtState/travels, with ${folders.join("/, ")}/ and ${presidents}`,
  async read(folder, facts) {
    for (const each of [...folders, presidents])
      if (!existsSync(path.join(folder, each)))
        throw new BundleError([`${folder}:1 holds no ${each}: expected ${travels.expects}.`]);
    const ids = new Map<string, Origin>();
    const trips = folders.flatMap((each) =>
      readJourneys(path.join(folder, each), "trip", lacking, ids, facts, readTrip),
    );
    stateSources(folder, trips, facts);
    // The same words on the same days are one journey, under the lower number.
    const first = new Map<string, Trip>();
    trips.sort((a, b) => Number(a.id) - Number(b.id));
    const party = partiesIn(trips);
    for (const trip of trips) {
      const key = JSON.stringify([trip.who, trip.dates.edtf, trip.country.id, trip.locale, trip.remarks]);
      const earlier = first.get(key);
      if (earlier) facts.merge(trip.origin, `trip ${trip.id}`, `the same trip as trip ${earlier.id}`);
      else first.set(key, trip);
      stateTrip(trip, earlier ?? trip, party(trip), facts);
    }
  },
};

function stateSources(folder: string, trips: Trip[], facts: Facts): void {
  const days = trips.map(({ dates }) => dates.edtf.slice(0, 10)).sort();
  stateSource(
    facts,
    folder,
    { file: folder, line: 1 },
    {
      id: source,
      name: "Office of the Historian, travels abroad",
      headline: "Travels Abroad of the President and of the Secretary of State",
      address: "https://github.com/HistoryAtState/travels",
      part: "travels abroad of Presidents and Secretaries of State",
      from: days[0] ?? null,
      until: days.at(-1) ?? null,
      scopes: [{ facts: "MEETINGS", country: "country:us", at: "ABROAD", posts: travellers }],
    },
  );
  const file = path.join(folder, presidents);
  stateSource(
    facts,
    folder,
    { file, line: 1 },
    {
      id: listOfPresidents,
      name: "Office of the Historian, list of presidents",
      headline: "Presidents of the United States",
      address: "https://github.com/HistoryAtState/travels",
      part: "presidents of the United States",
      ...readPresidents(file, listOfPresidents, facts),
      scopes: [{ facts: "TENURES", country: "country:us", offices: ["CHIEF_OF_STATE"] }],
      partOf: source,
    },
  );
}

/**
 * @param as the trip whose id is used: itself, or the one that it repeats.
 * @param party the President's trip on which this traveller came along, if any.
 */
function stateTrip(trip: Trip, as: Trip, party: Trip | undefined, facts: Facts): void {
  const { dates, country, state, remarks, origin } = trip;
  const page = pageOfTraveller(trip.who, trip.capacity === "President");
  const saying: Saying = { source, locator: `trip ${trip.id}`, origin, page };
  const { gatherings, kind, people, met, reason, hasOwn } = toldOf(trip);
  if (reason !== null) {
    if (as === trip) facts.reject(origin, `trip ${trip.id}`, reason);
    return;
  }
  const honoured = people.filter(({ part }) => part === "HONOURED");
  stateTraveller(trip, facts, saying);
  const [first] = gatherings;
  const accompanies = party !== undefined || (trip.capacity !== "President" && inCompany.test(remarks));
  for (const gathering of gatherings)
    stateTripTo(gathering, trip, { facts, saying }, gathering === first ? honoured : [], accompanies);
  if (party && stateInParty(trip, party, { gatherings, met, hasOwn }, { facts, saying })) return;
  if (!hasOwn) return;
  const account = ownMeeting(trip, as.id, { facts, saying });
  stateJourney(account, {
    name: `${trip.name} ${account.where}`,
    dates,
    kind,
    host: state,
    partOf: first,
    words: remarks,
  });
  statePlaces(account, citiesOf(trip.locale), country, saying);
  stateSides(trip, account, met, accompanies);
  for (const each of first ? met : people) stateCounterpart(account, each, dates);
}

function stateTraveller({ who, name, capacity, dates, remarks, origin }: Trip, facts: Facts, saying: Saying): void {
  const offices = [beforeOffice(remarks) ?? capacity];
  facts
    .entity("Official", officialOfSlug(who), origin)
    .sayRecord({ name, country: "country:us", offices, active: [dates.edtf] }, saying);
}
