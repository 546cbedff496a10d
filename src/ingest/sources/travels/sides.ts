/** Who was at the meetings of a trip: the traveller, the states, and those whom he met. */
import { countryOfId } from "../../countries/crosswalk.ts";
import { stateCounterpart, type Counterpart } from "../shared/counterparts.ts";
import type { Gathering } from "../shared/gatherings.ts";
import { inferred, stateCityOf, stateGathering, statePart, stateState, type Account } from "../shared/meetings.ts";
import { officialOfSlug } from "../shared/presidents.ts";
import { firstOf } from "../shared/journeyDates.ts";
import { beforeOffice, citiesOf, type Trip } from "./trips.ts";

/** The trip's own meeting. @param id the trip whose id it has. */
export function ownMeeting({ where, dates }: Trip, id: string, by: Pick<Account, "facts" | "saying">): Account {
  const day = firstOf(dates);
  return { ...by, meeting: `meeting:trip-${id}`, where: `in ${where}, ${dates.inWords}`, day };
}

/** States a part of the trip in a gathering. */
export function stateTripTo(
  gathering: Gathering,
  trip: Trip,
  by: Pick<Account, "facts" | "saying">,
  honoured: Counterpart[],
  accompanies: boolean,
): void {
  const where = `at the gathering: ${gathering.name}`;
  const account: Account = { ...by, meeting: gathering.id, where, day: firstOf(trip.dates) };
  stateGathering(account, gathering, trip.dates, trip.state);
  stateSides(trip, account, [], accompanies);
  stateCityOf(gathering, by, citiesOf(trip.locale), trip.country);
  for (const each of honoured) stateCounterpart(account, each, trip.dates);
}

/** The traveller, and the states: the United States, the one visited, and those of the officials met. */
export function stateSides(trip: Trip, account: Account, met: Counterpart[], accompanies: boolean): void {
  const { saying } = account;
  const us = countryOfId("country:us")!;
  statePart(account, {
    official: officialOfSlug(trip.who),
    name: trip.name,
    country: us,
    capacity: beforeOffice(trip.remarks) ?? trip.capacity,
    role: accompanies ? "MEMBER" : "HEAD_OF_DELEGATION",
    stay: trip.dates,
    said: saying,
    countrySaid: inferred(saying, 0.95, "by the office"),
    roleSaid: inferred(saying, 0.8, accompanies ? "accompanied one of higher rank" : "the one whose journey it was"),
  });
  stateState(account, us, inferred(saying, 0.95, "its official travelled"));
  stateState(account, trip.state, inferred(saying, met.length > 0 ? 0.85 : 0.75, "the state that was visited"), {
    hosts: true,
    named: trip.country,
  });
  for (const [serves, named] of new Map(met.map((each) => [each.serves, each.named])))
    if (serves !== trip.state && serves !== us)
      stateState(account, serves, inferred(saying, 0.8, "an official of it was met"), { named });
}
