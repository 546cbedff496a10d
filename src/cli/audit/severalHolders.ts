/** Offices that more people hold for certain on one day than they have seats, by the answers of `asOf`: whose rule this guards. */
import { holdersOn, type OfficeFacts, type TenureFacts } from "../../questions/asOf/holding.ts";
import type { Properties } from "../../ingest/changes.ts";
import type { Fault, Finding } from "./audit.ts";
import { dayAfter } from "../../graph/edtf.ts";
import { beginningOf, textOf } from "./days.ts";
import { push } from "../../graph/arrays.ts";

export const severalHolders: Fault = {
  name: "several-holders",
  words: "more certain holders of an office on one day than it has seats",
  find(nodes) {
    const posts = new Map<string, TenureFacts[]>();
    for (const [id, tenure] of nodes("Tenure")) push(posts, tenure.postId as string, factsOf(id, tenure));
    return [...posts].flatMap(([post, tenures]) => {
      const seats = nodes("Post").get(post)?.seats as number | undefined;
      return seats === undefined ? [] : moreThan(seats, post, { seats, tenures, vacancies: [] });
    });
  },
};

function moreThan(seats: number, post: string, office: OfficeFacts): Finding[] {
  const days = [...new Set(office.tenures.flatMap(daysOf))].sort();
  const found: Finding[] = [];
  for (const day of days) {
    const holders = holdersOn(office, day, []).filter(
      ({ certainty, tenure }) => certainty === "CERTAIN" && !tenure.acting,
    );
    const people = new Set(holders.map(({ tenure }) => tenure.officialId));
    if (people.size <= seats) continue;
    const ids = holders.map(({ tenure }) => tenure.id).sort();
    const key = `${post} ${ids.join(" ")}`;
    if (!found.some(({ id }) => id === key)) found.push({ id: key, words: `on ${day}` });
  }
  return found;
}

/** The days around each beginning and end: between these nothing changes. */
function daysOf({ begun, ended, attested }: TenureFacts): string[] {
  const edges = [begun, ended, ...attested].flatMap((date) => date?.split("/") ?? []);
  return edges.filter((day) => /^\d{4}-\d\d-\d\d$/.test(day)).flatMap((day) => [dayAfter(day, 1), dayAfter(day, -1)]);
}

function factsOf(id: string, tenure: Properties): TenureFacts {
  const begun = beginningOf(tenure);
  return {
    id,
    officialId: tenure.officialId as string,
    held: ["SERVED", "ACTING", undefined].includes(tenure.status as string | undefined),
    acting: tenure.status === "ACTING",
    begun: begun && (begun.first === begun.last ? begun.first : `${begun.first}/${begun.last}`),
    ended: textOf(tenure, "ended"),
    attested: (tenure.attested as string[] | undefined) ?? [],
    sourceIds: [],
    showing: [],
  };
}
