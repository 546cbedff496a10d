/** The Office of the Historian's lists of principal officers and chiefs of mission, as sources with their parts. */
import type { Facts, Saying } from "../facts.ts";
import { authored } from "../editors.ts";
import { usDepartmentOfState } from "../posts.ts";
import type { Place } from "../problems.ts";
import { firstDate, type Appointment } from "./pocomAppointments.ts";

/** The source of the whole, and those of its parts. */
export const pocomSources = {
  all: "source:pocom",
  people: "source:pocom-people",
  country: "source:pocom-country-chiefs",
  organization: "source:pocom-organization-chiefs",
  principal: "source:pocom-principals",
  secretary: "source:pocom-secretaries-of-state",
} as const;

type SourceOfAppointments = (typeof pocomSources)["country" | "organization" | "principal" | "secretary"];

const names: Record<SourceOfAppointments, { name: string; part: string }> = {
  [pocomSources.country]: { name: "Chiefs of mission to countries", part: "chiefs of mission to countries" },
  [pocomSources.organization]: {
    name: "Chiefs of mission to organizations",
    part: "chiefs of mission to organizations",
  },
  [pocomSources.principal]: {
    name: "Principal officers below the Secretary",
    part: "principal officers below the Secretary of State",
  },
  [pocomSources.secretary]: { name: "Secretaries of State", part: "Secretaries of State, and those who acted for one" },
};

/** The positions that hold Secretaries of State, or those who acted for one. */
const secretaries = ["secretary", "secretary-ad-interim"];

/** The part that an appointment stands in. */
export function sourceOf({ part, office }: Appointment): SourceOfAppointments {
  return part === "principal" && secretaries.includes(office) ? pocomSources.secretary : pocomSources[part];
}

const ours = "Office of the Historian, principal officers and chiefs of mission";

/**
 * States the sources. What each part covers is read from the data: from its first start to the last one before starts
 * become rare, as a list that is no longer kept shows nobody's end.
 */
export function stateSources(facts: Facts, place: Place, appointments: Appointment[]): void {
  const said: Saying = { source: pocomSources.all, locator: "data set", place };
  const own = authored(facts, said);
  facts
    .entity("Source", pocomSources.all, place)
    .say("name", ours, own)
    .say("kind", "DATA_SET", own)
    .say("headline", "Principal Officers & Chiefs of Mission", said)
    .say("address", "https://github.com/HistoryAtState/pocom", own)
    .say("licence", "CC0 1.0", { ...said, locator: "licence" })
    .say("publishers", officeOfTheHistorian(facts, said), said);
  facts
    .entity("Source", pocomSources.people, place)
    .say("name", `${ours}: people`, own)
    .say("kind", "DATA_SET", own)
    .say("partOf", pocomSources.all, said);
  const starts = (source?: SourceOfAppointments): string[] =>
    appointments
      .filter((each) => each.list === "served" && (!source || sourceOf(each) === source))
      .map(firstDate)
      .filter((date) => date !== "")
      .sort();
  for (const [id, { name, part }] of Object.entries(names) as [
    SourceOfAppointments,
    (typeof names)[SourceOfAppointments],
  ][]) {
    const dates = starts(id);
    const isKept = id === pocomSources.secretary;
    const until = isKept ? starts().at(-1) : lastOfMany(dates);
    facts
      .entity("Source", id, place)
      .say("name", `${ours}: ${name}`, own)
      .say("kind", "DATA_SET", own)
      .say("partOf", pocomSources.all, said)
      .say("coverage", [{ part, from: dates[0] ?? null, until: until ?? null }], {
        ...said,
        basis: "INFERRED",
        confidence: isKept ? 0.9 : 0.8,
        note: isKept ? latest : rare,
      });
  }
}

const latest = "until the latest start in all lists of positions and missions: the Secretary's is kept up with it";
const rare = "from the first start to the last one that follows another within two years";

/** The longest time between two starts in a list that is kept, in years; after the first half of its starts. */
const longestPause = 2;

// A single late start, long after the others, tells of one office and not that the list was kept in between.
function lastOfMany(dates: string[]): string | undefined {
  const years = dates.map((date) => Date.parse(date.padEnd(10, "-01")) / (365.25 * 24 * 60 * 60 * 1000));
  for (let index = Math.ceil(dates.length / 2); index < dates.length; index += 1)
    if (years[index]! - years[index - 1]! > longestPause) return dates[index - 1];
  return dates.at(-1);
}

function officeOfTheHistorian(facts: Facts, saying: Saying): string {
  const id = "organization:us-office-of-the-historian";
  facts
    .entity("Organization", id, saying.place)
    .sayOnce("name", "Office of the Historian", saying)
    .sayOnce("kind", "AGENCY", saying)
    .sayOnce("country", "country:us", saying)
    .sayOnce("partOf", usDepartmentOfState(facts, saying), saying);
  return id;
}
