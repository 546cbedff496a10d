/**
 * How much each sign counts that two ids are one person. The likeness of the names, from 0 to 1, comes first; office,
 * time and birth add to it or take away. All figures of the matching of people stand here.
 */

/** From here on two ids are one person; below, and above `doubtful`, they are left for review. */
export const certain = 0.88;
export const doubtful = 0.75;

/** How alike two names are. */
export const nameScores = {
  same: 1,
  anotherOrder: 0.97,
  dividedOtherwise: 0.97,
  /** Both begin and end alike; what is between is left out or abbreviated. */
  givenAndFamily: 0.93,
  shortForm: 0.91,
  /** One begins as the other and leaves out its end, or the first word differs in letters only. */
  held: 0.9,
  spelled: 0.87,
  spelledThroughout: 0.84,
  /** Spelled alike, but the first letter is another: a slip, or another member of the family. */
  beginsOtherwise: 0.8,
  abbreviated: 0.86,
  /** One lacks the first word of the other: it may be the name of the father. */
  heldWithoutFirst: 0.8,
  heldInAnotherOrder: 0.79,
  /** The given and the family name agree, others between them don't: may be two of one family. */
  othersBetween: 0.7,
  part: 0.6,
  partSpelled: 0.5,
} as const;

/** What adds or takes away, for names of more than one part. */
export const signs = {
  sameTime: 0.04,
  sharedOffice: 0.05,
  /** One alone holds the office, and both are shown in it at one time. */
  soleOffice: 0.12,
  /** Years that may lie between two editions of one source. */
  nextEdition: 0.1,
  otherOffices: -0.03,
  bornSameYear: 0.2,
  /** Years apart, more than the first figure. */
  apart: [
    [60, -0.6],
    [25, -0.25],
    [12, -0.1],
  ],
} as const;

/** For one part of a name alone, such as `President Calderon`: by the years between the two, at most the first figure. */
export const partScores = {
  sharedOffice: [
    [0, 0.94],
    [1.5, 0.91],
    [8, 0.89],
    [12, 0.8],
  ],
  /** One after the other in two offices. */
  otherOffice: [
    [1.5, 0.89],
    [6, 0.88],
    [12, 0.78],
  ],
  /** A monarch by the name of the house, not at the same time: any other of the house may be meant. */
  ofHouse: 0.8,
  /** Spelled otherwise. */
  spelled: -0.01,
} as const;

/**
 * When another who may be meant is a rival, so that an editor must decide. Of names in full: below `whole`, which
 * office or time must confirm. Of a part of a name: from `sure` on, at the same time in the same office, only one whose
 * score is as near as `near`; below, anyone.
 */
export const rivalry = { whole: 0.94, sure: 0.9, near: 0.025 } as const;
