/** The missions that the chiefs in the lists led: what their titles, times and residences tell of them. */
import { push } from "../../../graph/arrays.ts";
import { dayAfter } from "../../../graph/edtf.ts";
import { countryOfId, type CountryEntry } from "../../countries/crosswalk.ts";
import type { Facts, Saying } from "../../facts.ts";
import type { Origin } from "../../problems.ts";
import { cityOf } from "../shared/missions/missionPlaces.ts";
import { diplomaticMission, nameMission, stateSeat, type KindOfMission } from "../shared/missions/missions.ts";
import { pageOfOffice, pageOfPerson } from "../shared/pages.ts";
import { isActing } from "./appointmentNotes.ts";
import type { ServedTenure } from "./ends.ts";
import { pocomSources } from "./pocomSources.ts";

/** Where the holder of concurrent appointments resided, and the states accredited to. */
export interface Residence {
  state: CountryEntry;
  /** As in the record: `port-moresby`, `london_uk`. */
  city: string;
  tenures: string[];
  /** The first day of the earliest of them; empty if unknown. */
  day: string;
  said: Saying;
}

/** A chief of a mission to a state, who served. */
interface Head extends ServedTenure {
  receiving: CountryEntry;
}

/** Between two heads of one mission there may be so many days. */
const longestGap = 730;

const ranks: [pattern: RegExp, rank: string, kind: KindOfMission | undefined][] = [
  [/^(?:deputy-)?ambassador/, "AMBASSADOR", "EMBASSY"],
  [/^minister-resident/, "MINISTER_RESIDENT", "LEGATION"],
  [/^envoy|^minister/, "MINISTER", "LEGATION"],
  [/^charge-daffaires/, "CHARGE_D_AFFAIRES", undefined],
  [/./, "OTHER", undefined],
];

/**
 * States the missions to states that had a head in residence. A head who resided elsewhere shows none, but that the
 * mission there was accredited.
 * @param receivingOf the state that each tenure was to.
 * @param originOf the file of a mission, by its id in the set.
 */
export function stateMissions(
  facts: Facts,
  served: ServedTenure[],
  receivingOf: Map<string, CountryEntry>,
  residences: Residence[],
  originOf: (office: string) => Origin,
): void {
  const resident = new Map(residences.flatMap(({ state, tenures }) => tenures.map((tenure) => [tenure, state.id])));
  const heads = new Map<string, Head[]>();
  for (const each of served) {
    const receiving = receivingOf.get(each.tenure);
    if (receiving && (resident.get(each.tenure) ?? receiving.id) === receiving.id)
      push(heads, receiving.id, { ...each, receiving });
  }
  const seats = new Map<string, Residence[]>();
  for (const each of residences) push(seats, each.state.id, each);
  for (const [state, own] of heads) stateMission(facts, own, seats.get(state) ?? [], originOf);
  for (const residence of residences) stateAccreditations(facts, residence, heads, receivingOf);
}

function stateMission(
  facts: Facts,
  heads: Head[],
  residences: Residence[],
  originOf: (office: string) => Origin,
): void {
  const sending = countryOfId("country:us")!;
  const inOrder = heads.toSorted((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1));
  const latest = inOrder.at(-1)!;
  const { receiving, record } = latest;
  const ranked = inOrder.findLast(({ record: each }) => !isActing(each.role));
  const said: Saying = {
    source: pocomSources.country,
    locator: `mission ${record.office}`,
    origin: originOf(record.office),
    page: pageOfOffice(record.office, true),
  };
  const mission = diplomaticMission(facts, sending, receiving, said, ranked?.record.role ?? "");
  // A chargé may lead an embassy or a legation for years.
  const telling = inOrder.findLast(({ record: each }) => kindOf(each.role) !== undefined);
  const kind = telling && kindOf(telling.record.role);
  const note = "by the title of its latest head";
  if (telling) mission.say("kind", kind, { ...ofRecord(telling), basis: "INFERRED", confidence: 0.7, note });
  if (ranked)
    mission.say("rank", rankOf(ranked.record.role)[1], {
      ...ofRecord(ranked),
      basis: "INFERRED",
      confidence: 0.95,
      note,
    });
  for (const time of timesOf(inOrder))
    mission.say("attested", time, {
      ...said,
      basis: "INFERRED",
      confidence: 0.8,
      note: "its heads followed each other within two years",
    });
  const seat = residences.at(-1);
  const city = seat && cityOf(cityName(seat.city), receiving);
  const inferred = {
    basis: "INFERRED",
    confidence: 0.8,
    note: "where a head accredited to several states resided",
  } as const;
  if (city)
    stateSeat(facts, mission, city, { ...seat.said, ...inferred, given: seat.city, asOf: seat.day || undefined });
  const kinds = [...new Set(inOrder.flatMap((each) => kindOf(each.record.role) ?? []))];
  // It may have moved since: it is named by the state.
  nameMission(facts, mission, { sending, host: receiving, city: undefined, kinds: [...kinds, kind] }, said);
}

/** The other states to which a mission was accredited. */
function stateAccreditations(
  facts: Facts,
  { state, tenures, said }: Residence,
  heads: Map<string, Head[]>,
  receivingOf: Map<string, CountryEntry>,
): void {
  if (!heads.has(state.id)) return;
  const mission = facts.entity("Mission", `mission:us-to-${state.id.slice("country:".length)}`, said.origin);
  for (const tenure of tenures) {
    const receiving = receivingOf.get(tenure);
    if (receiving && receiving !== state)
      mission.sayOnce("accreditedTo", receiving.id, {
        ...said,
        basis: "INFERRED",
        confidence: 0.9,
        note: "its head was accredited to several states",
      });
  }
}

function rankOf(role: string): (typeof ranks)[number] {
  return ranks.find(([pattern]) => pattern.test(role)) ?? ranks.at(-1)!;
}

function kindOf(role: string): KindOfMission | undefined {
  return rankOf(role)[2];
}

/** The times for which heads show a mission at work: each from the first to the last without a long gap. */
function timesOf(heads: Head[]): string[] {
  const times: { from: string; until: string }[] = [];
  for (const { from = "", until = from } of heads) {
    if (from.length < 10 || until.length < 10 || until < from) continue;
    const last = times.at(-1);
    if (last && from <= dayAfter(last.until, longestGap)) last.until = until > last.until ? until : last.until;
    else times.push({ from, until });
  }
  return times.map(({ from, until }) => (from === until ? from : `${from}/${until}`));
}

function ofRecord({ record }: ServedTenure): Saying {
  return {
    source: pocomSources.country,
    locator: `appointment ${record.id}`,
    origin: record.origin,
    page: pageOfPerson(record.person),
  };
}

/** `port-moresby` to `Port Moresby`, `london_uk` to `London`. */
function cityName(slug: string): string {
  const words = slug.replace(/_.*/, "").split("-");
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ");
  return name.replace("Port Au Prince", "Port-au-Prince");
}
