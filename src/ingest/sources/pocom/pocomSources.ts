/** The Office of the Historian's lists of principal officers and chiefs of mission, as sources with their parts. */
import type { CoverageScope } from "../../../entities/Source.ts";
import type { Facts, Saying, Subject } from "../../facts.ts";
import { authored } from "../shared/editors.ts";
import { knownOfPublisher, licenceIn, officeOfTheHistorian } from "../shared/historian.ts";
import type { Origin } from "../../problems.ts";
import { firstDate, type Appointment } from "./appointments.ts";

/** The source of the whole set, and those of its parts. */
export const pocomSources = {
  all: "source:pocom",
  people: "source:pocom-people",
  country: "source:pocom-country-chiefs",
  organization: "source:pocom-organization-chiefs",
  principal: "source:pocom-principals",
  secretary: "source:pocom-secretaries-of-state",
} as const;

type SourceOfAppointments = (typeof pocomSources)["country" | "organization" | "principal" | "secretary"];

const names: Record<SourceOfAppointments, { name: string; part: string; offices: Omit<CoverageScope, "facts"> }> = {
  [pocomSources.country]: {
    name: "Chiefs of mission to countries",
    part: "chiefs of mission to countries",
    offices: { offices: ["CHIEF_OF_MISSION"], accreditedTo: "states" },
  },
  [pocomSources.organization]: {
    name: "Chiefs of mission to organizations",
    part: "chiefs of mission to organizations",
    offices: { offices: ["CHIEF_OF_MISSION"], accreditedTo: "organizations" },
  },
  [pocomSources.principal]: {
    name: "Principal officers below the Secretary",
    part: "principal officers below the Secretary of State",
    offices: { offices: ["PRINCIPAL_OFFICER"] },
  },
  [pocomSources.secretary]: {
    name: "Secretaries of State",
    part: "Secretaries of State, and those who acted for one",
    offices: { offices: ["MINISTER"], posts: ["post:us-secretary-of-state"] },
  },
};

/** The positions for Secretaries of State and those who acted as one. */
const secretaries = ["secretary", "secretary-ad-interim"];

/** The part that contains an appointment. */
export function sourceOf({ part, office }: Appointment): SourceOfAppointments {
  return part === "principal" && secretaries.includes(office) ? pocomSources.secretary : pocomSources[part];
}

const ours = "Office of the Historian, principal officers and chiefs of mission";

/**
 * States the sources. Coverage is computed from the data: from the first start to the last one before starts
 * become rare, since an unmaintained list shows nobody's end.
 */
export function stateSources(facts: Facts, origin: Origin, appointments: Appointment[]): void {
  const said: Saying = { source: pocomSources.all, locator: "data set", origin };
  const own = authored(facts, said);
  const known = knownOfPublisher(facts, said);
  const publisher = officeOfTheHistorian(facts, said, { rest: known });
  // Each part is cited separately, so each has its publisher and licence.
  const published = (source: string, name: string): Subject =>
    facts
      .entity("Source", source, origin)
      .say("name", name, own)
      .say("kind", "DATA_SET", own)
      .say("address", "https://github.com/HistoryAtState/pocom", own)
      .say("licence", "CC0 1.0", licenceIn(said, origin.file))
      .say("publishers", publisher, known);
  published(pocomSources.all, ours).say("headline", "Principal Officers & Chiefs of Mission", own);
  published(pocomSources.people, `${ours}: people`).say("partOf", pocomSources.all, own);
  const starts = (source?: SourceOfAppointments): string[] =>
    appointments
      .filter((each) => each.list === "served" && (!source || sourceOf(each) === source))
      .map(firstDate)
      .filter((date) => date !== "")
      .sort();
  for (const [id, { name, part, offices }] of Object.entries(names) as [
    SourceOfAppointments,
    (typeof names)[SourceOfAppointments],
  ][]) {
    const dates = starts(id);
    const isKept = id === pocomSources.secretary;
    const until = isKept ? starts().at(-1) : lastOfMany(dates);
    const scopes: CoverageScope[] = [{ facts: "TENURES", country: "country:us", ...offices }];
    published(id, `${ours}: ${name}`)
      .say("partOf", pocomSources.all, own)
      .say("coverage", [{ part, from: dates[0] ?? null, until: until ?? null, scopes }], {
        ...said,
        basis: "INFERRED",
        confidence: isKept ? 0.9 : 0.8,
        note: isKept ? latest : rare,
      });
  }
}

const latest = "until the latest start in all lists of positions and missions: the Secretary's is kept up with it";
const rare = "from the first start to the last one that follows another within two years";

/** The longest gap between starts in a maintained list, in years; applies after the first half of its starts. */
const longestPause = 2;

// A single late start doesn't mean that the list was maintained in between.
function lastOfMany(dates: string[]): string | undefined {
  const years = dates.map((date) => Date.parse(date.padEnd(10, "-01")) / (365.25 * 24 * 60 * 60 * 1000));
  for (let index = Math.ceil(dates.length / 2); index < dates.length; index += 1)
    if (years[index]! - years[index - 1]! > longestPause) return dates[index - 1];
  return dates.at(-1);
}
