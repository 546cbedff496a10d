/** English phrases for steps: for relations, for entities that join others, and for entities called by a noun. */

/** The words between an entity and the target of its relation. By default, `has as its` and the relation's name. */
export const ofRelations: Readonly<Record<string, string>> = {
  "BilateralRelation.countries": "is the relation of",
  "Country.borders": "borders",
  "Country.successors": "was succeeded by",
  "Flow.atBorderOf": "was counted at the border of",
  "Meeting.place": "was held in",
  "Meeting.otherPlaces": "was also held in",
  "Meeting.host": "was hosted by",
  "Meeting.follows": "follows up",
  "Meeting.partOf": "is part of",
  "Meeting.topics": "was about",
  "MigrationRoute.stops": "stops in",
  "MigrationRoute.nationalities": "is used by nationals of",
  "MigrationRoute.regionsOfOrigin": "is used by people from",
  "Mission.sendingState": "was sent by",
  "Mission.hostState": "is in",
  "Mission.accreditedTo": "is accredited to",
  "Mission.accreditedToOrganization": "is accredited to",
  "Mission.seat": "has its seat in",
  "Official.country": "served",
  "Organization.country": "belongs to",
  "Organization.partOf": "is part of",
  "Participation.meeting": "is a part in",
  "Participation.official": "is the part of",
  "Participation.country": "is the part of",
  "Participation.onBehalfOf": "was on behalf of",
  "Place.countries": "lies in",
  "Place.partOf": "lies in",
  "Policy.advancedBy": "is advanced by",
  "Policy.addresses": "addresses",
  "Policy.discussedIn": "was discussed in",
  "Policy.partOf": "is part of",
  "Post.organization": "is an office in",
  "Post.country": "is an office in the service of",
  "Post.accreditedTo": "is accredited to",
  "Post.accreditedToOrganization": "is accredited to",
  "Post.mission": "leads",
  "RelationEvent.missions": "changed",
  "RelationEvent.missionSeat": "moved a mission to",
  "RelationEvent.relation": "changed",
  "RelationEvent.actor": "was made by",
  "RelationEvent.officials": "names",
  "RelationEvent.toward": "was made toward",
  "Source.publishers": "was published by",
  "Source.partOf": "is part of",
  "Statement.speaker": "was made by",
  "Statement.body": "was made in the name of",
  "Statement.place": "was made in",
  "Statement.about": "is about",
  "Tenure.official": "is a tenure of",
  "Tenure.post": "is a tenure in the office of",
  "Tenure.residentAt": "was with residence in",
  "Tenure.concurrentWith": "was held along with",
  "Topic.broader": "belongs to",
};

/** The words of a joint: between who and what, and for another one joined to the same, with `{}` for the name. */
export type JointWords = readonly [between: string, more: string];

export interface JointPhrases {
  words: JointWords;
  /** The property whose values have phrases, and the phrases. */
  by?: { property: string; words: Readonly<Record<string, JointWords>> };
  /** If its last end may not have taken place: the property, the values that say so, and the words then. */
  unsettled?: { property: string; values: readonly string[]; words: JointWords };
}

/** The words of each entity that joins others. */
export const ofJoints: Readonly<Record<string, JointPhrases>> = {
  Participation: {
    words: ["took part in", "in which {} took part too"],
    by: {
      property: "role",
      words: {
        HOST: ["was host at", "at which {} was host"],
        HEAD_OF_DELEGATION: ["led a delegation at", "at which {} led a delegation"],
        MEMBER: ["was of a delegation at", "at which {} was of a delegation"],
        COUNTERPART: ["was met at", "at which {} was met"],
      },
    },
    unsettled: {
      property: "status",
      values: ["PLANNED", "CANCELLED"],
      words: ["was to take part in", "in which {} was to take part too"],
    },
  },
  Tenure: {
    words: ["held the office of", "which {} held"],
    by: {
      property: "status",
      words: {
        ACTING: ["acted in the office of", "in which {} acted"],
        NOT_CONFIRMED: [
          "was nominated and not confirmed to the office of",
          "to which {} was nominated and not confirmed",
        ],
        REJECTED: ["was nominated and rejected for the office of", "for which {} was nominated and rejected"],
        NOT_ACTED_ON: ["was nominated without effect to the office of", "to which {} was nominated without effect"],
        DID_NOT_SERVE: [
          "was appointed to, and did not take up, the office of",
          "to which {} was appointed without taking it up",
        ],
        DECLINED: ["declined the office of", "which {} declined"],
      },
    },
  },
};

/** The noun of an entity whose name is a title: the talks in Mexico City on 27 December 2023. */
export interface Noun {
  noun: string;
  /** The property whose values have nouns, and the nouns. */
  by?: { property: string; words: Readonly<Record<string, string>> };
  /** The to-one relations for the place: the first with a value. Without them it is called by noun and title. */
  at?: readonly string[];
}

/** The nouns of entities. Others are called by name. */
export const nouns: Readonly<Record<string, Noun>> = {
  Meeting: {
    noun: "meeting",
    by: {
      property: "kind",
      words: {
        STATE_VISIT: "state visit",
        OFFICIAL_VISIT: "official visit",
        OFFICIAL_WORKING_VISIT: "official working visit",
        WORKING_VISIT: "working visit",
        INFORMAL_VISIT: "informal visit",
        TRANSIT: "stop on the way",
        PRIVATE_VISIT: "private visit",
        TALKS: "talks",
        SUMMIT: "summit",
        CONFERENCE: "conference",
        CEREMONY: "ceremony",
        CALL: "call",
      },
    },
    at: ["place", "host"],
  },
  Statement: { noun: "statement" },
};
