/** Members of a delegation whose head is in another meeting: the party of a journey told as a meeting of its own. */
import type { Fault } from "./audit.ts";
import { push } from "../../graph/arrays.ts";

export const membersWithoutHead: Fault = {
  name: "members-without-head",
  words:
    "a member of a delegation in a meeting without its head, while the head was in the same state on the same days",
  find(nodes) {
    const meetings = nodes("Meeting");
    const heads = new Map<string, { meeting: string; first: string; last: string }[]>();
    const led = new Set<string>();
    for (const part of nodes("Participation").values()) {
      if (part.role !== "HEAD_OF_DELEGATION") continue;
      const { hostId, dateFirst, dateLast } = meetings.get(part.meetingId as string)!;
      led.add(`${String(part.meetingId)} ${String(part.onBehalfOfId)}`);
      if (typeof dateFirst === "string" && typeof dateLast === "string")
        push(heads, `${String(hostId)} ${String(part.onBehalfOfId)}`, {
          meeting: part.meetingId as string,
          first: dateFirst,
          last: dateLast,
        });
    }
    return [...nodes("Participation")].flatMap(([id, part]) => {
      if (part.role !== "MEMBER" || led.has(`${String(part.meetingId)} ${String(part.onBehalfOfId)}`)) return [];
      const { hostId, dateFirst, dateLast, partOfId } = meetings.get(part.meetingId as string)!;
      const other = heads
        .get(`${String(hostId)} ${String(part.onBehalfOfId)}`)
        ?.find(
          ({ meeting, first, last }) => first <= String(dateLast) && String(dateFirst) <= last && meeting !== partOfId,
        );
      return other ? [{ id, words: `the head is in ${other.meeting}` }] : [];
    });
  },
};
