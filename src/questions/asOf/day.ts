/** The common part of answers as of a day: certainty, and whether a source covers the day. */
import { enumeration } from "../../graph/model/declare.ts";

export const Certainty = enumeration("Certainty", "How certain it is that something was in effect on a day.", {
  CERTAIN: "Sources show it on that day, or before and after it without a break.",
  ASSUMED: "It had begun, and a source that covers the day reports no end.",
  UNKNOWN: "Possible: the beginning or the end is not known exactly enough.",
});

export const CoverageStatus = enumeration("CoverageStatus", "Whether any source covers a day, or a pair of states.", {
  COVERED: "A source does: as far as it knows, what it doesn't report did not happen.",
  NOT_COVERED: "No source does: an empty answer proves nothing.",
});

/** The shared argument. */
export const dayArgument = { description: "The day: `2023-12-27`." };
