/**
 * What the writer derives from the claims of an entity and keeps on nodes, so that no reader derives it again. It
 * follows from what bundles state: no digest knows it, and no property of an entity may have one of these names.
 *
 * On a node whose type has a time:
 * - `datedBy`: the date property that tells when it began or took place. Absent where none does.
 * - `heldFirst`, `heldLast`: the days between which it held or took place, as far as it may have. Absent on what never
 *   did. Of what joins a meeting, the meeting's.
 * - `shownLast`: of what has an end, that end, or else the last day on which anything shows it.
 *
 * On a claim:
 * - `fields`: the fields that it says.
 * - `shownAgainst`: of these, the ones about which sources differ and which show its value.
 */
export const derived = ["datedBy", "heldFirst", "heldLast", "shownLast", "fields", "shownAgainst"] as const;

// As texts all of these compare with days as they should: what is open or unknown at its end reaches over each day,
// what began at an unknown day before each, and what is known of no day at all comes after.

/** `heldFirst` of what has no known beginning. */
export const beforeAll = "0000";
/** `heldLast` of what goes on, as a source says. */
export const open = "open";
/** `heldLast` of what may go on or have ended; `heldFirst` of what took place at an unknown time. */
export const unknown = "unknown";
