/** A traveller in the President's party: one journey has one meeting. */
import { countryOfId } from "../../countries/crosswalk.ts";
import { stateCounterpart } from "../shared/counterparts.ts";
import { gatheringsIn, type Gathering } from "../shared/gatherings.ts";
import { inferred, statePart, type Account } from "../shared/meetings.ts";
import { officialOfSlug } from "../shared/presidents.ts";
import { overlap } from "../../../graph/edtf.ts";
import { ownMeeting, stateSides, stateTripTo } from "./sides.ts";
import { toldOf, type Told, type Trip } from "./trips.ts";

/**
 * States the part of a traveller in the meetings of the President whom he accompanied: one journey has one meeting.
 * @returns whether that is all; false if the traveller also met people where the President had no meeting of his own.
 */
export function stateInParty(
  trip: Trip,
  party: Trip,
  { gatherings, met, hasOwn }: Pick<Told, "gatherings" | "met" | "hasOwn">,
  { facts, saying }: Pick<Account, "facts" | "saying">,
): boolean {
  const presidents = toldOf(party);
  for (const gathering of presidents.gatherings)
    if (gatherings.length === 0) stateTripTo(gathering, trip, { facts, saying }, [], true);
  // Whoever accompanied the President to a summit says that the President was there.
  for (const summit of gatheringsIn(inHisCompany(trip), trip.country, trip.dates, trip.where)) {
    const known = presidents.gatherings.some(({ id }) => withoutMonth(id) === withoutMonth(summit.id));
    if (summit.kind !== "SUMMIT" || known) continue;
    stateHead(party, summit, { facts, saying });
    if (presidents.hasOwn && presidents.gatherings.length === 0)
      facts
        .entity("Meeting", `meeting:trip-${party.id}`, saying.origin)
        .say("partOf", summit.id, inferred(saying, 0.7, "by the remarks on one who came along"));
  }
  if (!presidents.hasOwn) return presidents.gatherings.length + gatherings.length > 0 && (met.length === 0 || !hasOwn);
  const account = ownMeeting(party, party.id, { facts, saying });
  stateSides(trip, account, met, true);
  for (const each of met) stateCounterpart(account, each, trip.dates);
  if (hasOwn)
    facts.entity("Meeting", account.meeting, saying.origin).sayOnce("formerIds", `meeting:trip-${trip.id}`, saying);
  facts.merge(trip.origin, `trip ${trip.id}`, `a part in the journey of trip ${party.id}, by the remarks`);
  return true;
}

/** The sentences of the remarks that name the President. */
function inHisCompany({ remarks }: Trip): string {
  const sentences = remarks.split(/(?<=\p{Ll}\.)\s+(?=\p{Lu})/u);
  return sentences.filter((each) => each.search(accompanying) >= 0).join(" ");
}

// Journeys of different lengths at the end of a month name one event with two months.
function withoutMonth(id: string): string {
  return id.slice(0, -"-MM".length);
}

function stateHead(party: Trip, gathering: Gathering, { facts, saying }: Pick<Account, "facts" | "saying">): void {
  const said = inferred(saying, 0.8, "by the remarks on one who came along");
  const where = `at the gathering: ${gathering.name}`;
  statePart(
    { facts, saying, meeting: gathering.id, where, day: "" },
    {
      official: officialOfSlug(party.who),
      name: party.name,
      country: countryOfId("country:us")!,
      capacity: party.capacity,
      role: "HEAD_OF_DELEGATION",
      stay: null,
      said,
      countrySaid: said,
      roleSaid: said,
    },
  );
}

/** Of one of higher rank, whose journey may not be among these. */
export const inCompany = /\b(?:[Aa]cc\w*ompan\w*|[Jj]oin\w*|[Ss]upport\w*) (?:Vice )?President \p{Lu}/u;
const accompanying =
  /\b(?:[Aa]cc\w*ompan\w*|[Jj]oin\w*|[Ss]upport\w*|[Ww]ith) (?:Vice )?President ((?:\p{Lu}(?:\p{L}+|\.) ?){1,4})/gu;

/** Finds the President's trip on which a traveller came along by the remarks: to the same state, on some of the same days. */
export function partiesIn(trips: Trip[]): (trip: Trip) => Trip | undefined {
  const presidents = trips.filter(({ capacity }) => capacity === "President");
  return (trip) => {
    if (trip.capacity === "President") return undefined;
    const named = [...trip.remarks.matchAll(accompanying)].flatMap(([, names]) => names!.trim().split(/[ .]+/));
    return presidents.find(
      (each) =>
        each.country === trip.country &&
        overlap(each.dates.edtf, trip.dates.edtf) &&
        named.some((last) => each.name.endsWith(` ${last}`)),
    );
  };
}
