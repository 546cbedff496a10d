/** Tenures that are one: the same person in the same office, in the same manner, at the same time. */
import type { Properties } from "../../ingest/changes.ts";
import type { Fault } from "./audit.ts";
import { beginningOf } from "./days.ts";
import { push } from "../../graph/arrays.ts";

export const equalTenures: Fault = {
  name: "equal-tenures",
  words: "a tenure beside one of the same person in the same office and manner, from the same day or on the same days",
  find(nodes) {
    const groups = new Map<string, [string, Properties][]>();
    for (const [id, tenure] of nodes("Tenure"))
      push(groups, [tenure.officialId, tenure.postId, tenure.status].join(" "), [id, tenure]);
    return [...groups.values()].flatMap((group) =>
      group.flatMap(([id, tenure], index) => {
        const other = group.slice(0, index).find(([, each]) => atOnce(each, tenure));
        return other ? [{ id, words: `is ${other[0]} again` }] : [];
      }),
    );
  },
};

function atOnce(a: Properties, b: Properties): boolean {
  const [x, y] = [timeOf(a), timeOf(b)];
  if (x.first === undefined || y.first === undefined) return false;
  return x.first === y.first || (x.first < y.last! && y.first < x.last!);
}

function timeOf(tenure: Properties): { first: string | undefined; last: string | undefined } {
  const attested = (tenure.attested as string[] | undefined) ?? [];
  const days = [beginningOf(tenure)?.first, tenure.endedFirst, ...attested.flatMap((each) => each.split("/"))]
    .filter((day): day is string => typeof day === "string" && day.length === 10)
    .sort();
  return { first: days[0], last: days.at(-1) };
}
