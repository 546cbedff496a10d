/** Meetings that are one and are counted as two: the same people on overlapping days in one state. */
import type { Fault, Finding } from "./audit.ts";
import { textOf } from "./days.ts";
import { push } from "../../graph/arrays.ts";

export const countedTwice: Fault = {
  name: "counted-twice",
  words: "two meetings of the same officials in one state on the same days, neither part of the other",
  find(nodes) {
    const people = new Map<string, string[]>();
    for (const part of nodes("Participation").values())
      if (typeof part.officialId === "string") push(people, part.meetingId as string, part.officialId);
    const hosted = new Map<string, { id: string; first: string; last: string; officials: string[] }[]>();
    for (const [id, meeting] of nodes("Meeting")) {
      const [first, last] = [textOf(meeting, "dateFirst"), textOf(meeting, "dateLast")];
      if (first === null || last === null || meeting.status !== "HELD" || meeting.hostId === undefined) continue;
      push(hosted, meeting.hostId as string, { id, first, last, officials: people.get(id) ?? [] });
    }
    const found: Finding[] = [];
    for (const meetings of hosted.values()) {
      meetings.sort((a, b) => (`${a.first} ${a.id}` < `${b.first} ${b.id}` ? -1 : 1));
      for (const [index, a] of meetings.entries())
        for (const b of meetings.slice(index + 1)) {
          if (b.first > a.last) break;
          // Somebody who left and came back, or went on, on the day on which the first ended.
          if (a.last === b.first && a.first !== b.first) continue;
          const shared = [...new Set(a.officials.filter((each) => b.officials.includes(each)))];
          if (shared.length > 1 && !related(nodes("Meeting").get(a.id)!, a.id, nodes("Meeting").get(b.id)!, b.id))
            found.push({ id: `${a.id} ${b.id}`, words: `both with ${shared.join(", ")}` });
        }
    }
    return found;
  },
};

function related(a: Record<string, unknown>, aId: string, b: Record<string, unknown>, bId: string): boolean {
  return a.partOfId === bId || b.partOfId === aId || (a.partOfId !== undefined && a.partOfId === b.partOfId);
}
