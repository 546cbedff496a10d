/**
 * The weights of evidence that two ids are the same person. The similarity of names, from 0 to 1, comes first; office,
 * time and birth add to it or subtract. All parameters of person matching are here.
 */

/** At or above this, two ids are one person; below, but above `doubtful`, they are left for review. */
export const certain = 0.88;
export const doubtful = 0.75;

/** The similarity of two names. */
export const nameScores = {
  same: 1,
  anotherOrder: 0.97,
  dividedOtherwise: 0.97,
  /** Same beginning and end; the middle is omitted or abbreviated. */
  givenAndFamily: 0.93,
  shortForm: 0.91,
  /** One lacks the end of the other, or the first words differ only in letters. */
  held: 0.9,
  spelled: 0.87,
  spelledThroughout: 0.84,
  /** Similar spelling with a different first letter: a typo, or another member of the family. */
  beginsOtherwise: 0.8,
  abbreviated: 0.86,
  /** One's father is another than the other's: a grandfather, or another man. */
  otherFather: 0.77,
  /** One lacks the first word of the other, which may be the father's name. */
  heldWithoutFirst: 0.8,
  heldInAnotherOrder: 0.79,
  /** Same given and family name, but different names in between: may be two members of a family. */
  othersBetween: 0.7,
  part: 0.6,
  partSpelled: 0.5,
} as const;

/** Adjustments for names of more than one part. */
export const signs = {
  sameTime: 0.04,
  sharedOffice: 0.05,
  /** A single-holder office in which both are shown at the same time. */
  soleOffice: 0.12,
  /** The largest gap in years between two editions of one source. */
  nextEdition: 0.2,
  otherOffices: -0.03,
  bornSameYear: 0.2,
  /** More years apart than the first number. */
  apart: [
    [60, -0.6],
    [25, -0.25],
    [12, -0.1],
  ],
} as const;

/** An office for one is held at about the same time if no more than so many years are between. */
export const sameSeat = 1.5;
/** A monarch of the same name is the same one for so many years. */
export const reign = 25;
/** A surname alone, in one office and then another, is one person if no more than so many years are between. */
export const nextOffice = 6;

/** For a single name part, such as `President Calderon`: by the years between the two, at most the first number. */
export const partScores = {
  sharedOffice: [
    [0, 0.94],
    [1.5, 0.91],
    [8, 0.89],
    [12, 0.8],
  ],
  /** Two consecutive offices. */
  otherOffice: [
    [1.5, 0.89],
    [6, 0.88],
    [12, 0.78],
  ],
  /** A monarch named by the house, at another time: any other member may be meant. */
  ofHouse: 0.8,
  /** Different spelling. */
  spelled: -0.01,
} as const;

/**
 * When another candidate is a rival, so that an editor must decide. For full names: below `whole`, unless office or
 * time confirms. For partial names: from `sure` on, at the same time in the same office, only one with a
 * score within `near`; below, any.
 */
export const rivalry = { whole: 0.94, sure: 0.9, near: 0.025 } as const;
