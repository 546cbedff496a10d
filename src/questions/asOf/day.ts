/** What every answer as of a day has: how certain it is, and whether a source reaches to the day. */
import { enumeration } from "../../graph/model/declare.ts";

export const Certainty = enumeration("Certainty", "How certain it is that something held on a day.", {
  CERTAIN: "Sources show it on the day itself, or before and after it without a break.",
  ASSUMED: "It had begun, and a source that covers the day tells no end.",
  UNKNOWN: "It may have: a beginning or an end is known too roughly to tell.",
});

export const DayCoverage = enumeration(
  "CoverageOfDay",
  "Whether any source here speaks of a day. Where none does, silence means nothing.",
  {
    COVERED: "A source covers it: what isn't told did not happen, as far as that source knows.",
    NOT_COVERED: "No source covers it: an empty answer says nothing.",
  },
);

/** The argument of each. */
export const dayArgument = { description: "The day: `2023-12-27`." };
