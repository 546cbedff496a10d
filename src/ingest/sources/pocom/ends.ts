/** Infers missing ends: a single-holder office passes on when the next holder starts. */
import type { Facts } from "../../facts.ts";
import type { Appointment } from "./appointments.ts";
import { sourceOf } from "./pocomSources.ts";
import type { Shown } from "./pocomTenures.ts";
import { pageOfPerson } from "../shared/pages.ts";

/** A tenure that was served. */
export interface ServedTenure extends Shown {
  tenure: string;
  post: string;
  record: Appointment;
}

/** Offices with several holders at a time, or held for life. */
const shared = ["ambassador-at-large", "career-ambassador"];

/**
 * States the end of a tenure if its record doesn't: between its start and that of the next holder.
 * The last tenure of each office stays without an end.
 */
export function stateMissingEnds(facts: Facts, served: ServedTenure[]): void {
  const ended = new Set(served.filter((each) => each.until !== undefined).map((each) => each.tenure));
  for (const holders of byPost(served).values()) {
    const open = holders.filter(({ tenure, from }) => from !== undefined && !ended.has(tenure));
    for (const { tenure, from, record } of open) {
      const next = holders.find((each) => each.tenure !== tenure && each.from !== undefined && each.from > from!);
      facts.entity("Tenure", tenure, record.origin).say("ended", next && `${from}/${next.from}`, {
        source: sourceOf(record),
        locator: `appointment ${record.id}`,
        origin: record.origin,
        page: pageOfPerson(record.person),
        basis: "INFERRED",
        confidence: 0.7,
        note: "not given: between its start and that of the next holder",
      });
    }
  }
}

function byPost(served: ServedTenure[]): Map<string, ServedTenure[]> {
  const posts = new Map<string, ServedTenure[]>();
  for (const each of served) {
    if (shared.includes(each.record.office)) continue;
    const holders = posts.get(each.post);
    if (holders) holders.push(each);
    else posts.set(each.post, [each]);
  }
  for (const holders of posts.values()) holders.sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1));
  return posts;
}
