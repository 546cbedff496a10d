/** Who can't have taken part: the dead, and what is no person. */
import type { Fault } from "./audit.ts";
import { textOf } from "./days.ts";
import { wordSet, worldFile } from "../../ingest/worldFile.ts";
import { fold } from "../../graph/fold.ts";

export const theDead: Fault = {
  name: "dead",
  words: "somebody who took part in a meeting, or entered an office, after their death",
  find(nodes) {
    const died = (official: unknown): string | null =>
      textOf(nodes("Official").get(official as string) ?? {}, "deathLast");
    const isAfter = (day: string | null, official: unknown): boolean => {
      const death = died(official);
      return day !== null && death !== null && day > death;
    };
    return [
      ...[...nodes("Participation")].flatMap(([id, part]) => {
        const meeting = nodes("Meeting").get(part.meetingId as string)!;
        const day = textOf(meeting, "dateFirst");
        return meeting.status === "HELD" && isAfter(day, part.officialId)
          ? [{ id, words: `${day} is after the death of ${part.officialId as string}` }]
          : [];
      }),
      ...[...nodes("Tenure")].flatMap(([id, tenure]) => {
        const day = textOf(tenure, "enteredFirst");
        return isAfter(day, tenure.officialId)
          ? [{ id, words: `${day} is after the death of ${tenure.officialId as string}` }]
          : [];
      }),
    ];
  },
};

const bodies = worldFile("bodies.yaml", import.meta.url, wordSet());

export const noPerson: Fault = {
  name: "no-person",
  words: "an official whose name has a word for a body, a gathering or an office, or has no letter",
  find(nodes) {
    return [...nodes("Official")].flatMap(([id, { name }]) => {
      const words = fold(name as string).match(/\p{L}+/gu) ?? [];
      const word = words.find((each) => bodies().has(each));
      if (words.length > 0 && word === undefined) return [];
      return [{ id, words: word === undefined ? "no letters" : `"${name as string}" has the word "${word}"` }];
    });
  },
};
