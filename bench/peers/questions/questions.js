// What is asked of every contestant: each question with its text, its values, and how to read the answer.
import { anyOfRelations, largeMeetings, meetingsByOfficialsName, meetingsByOfficialsState } from "./filters.js";
import { heldByYear } from "./heldByYear.js";
import { hubFirstPage, hubHundredthPage } from "./hubPages.js";
import { hubTotal } from "./hubTotal.js";
import { meetingInDepth } from "./meetingInDepth.js";
import { newestMeetings } from "./newestMeetings.js";
import { official } from "./official.js";
import { officialsByWord } from "./officialsByWord.js";
import { pair } from "./pair.js";
import { paths } from "./paths.js";

/** The eleven of which the median is taken. */
const eleven = {
  official,
  newestMeetings,
  meetingInDepth,
  hubFirstPage,
  hubHundredthPage,
  hubTotal,
  meetingsByOfficialsName,
  meetingsByOfficialsState,
  largeMeetings,
  heldByYear,
  officialsByWord,
};
const others = { pair, paths, anyOfRelations };

/** Each with its name, and whether it counts for the median. */
export const questions = Object.entries({ ...eleven, ...others }).map(([name, question]) => ({
  name,
  counts: name in eleven,
  ...question,
}));
