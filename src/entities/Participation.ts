import { Entity, Property, enumeration } from "../graph/declare.ts";
import { One } from "../graph/relations.ts";
import { Country } from "./Country.ts";
import { Entity as EntityInterface } from "./Entity.ts";
import { Meeting } from "./Meeting.ts";
import { Official } from "./Official.ts";

export const ParticipationRole = enumeration("ParticipationRole", "In what role somebody takes part in a meeting.", {
  HOST: "Received the others.",
  HEAD_OF_DELEGATION: "Led a delegation.",
  MEMBER: "Was one of a delegation.",
  COUNTERPART: "Was met by a delegation.",
});

@Entity("The part that one official, or one state, takes in one meeting.", {
  order: ["meeting"],
  searched: 0,
  together: ["name", "meeting", "country"],
  joins: {
    ends: ["official", "country", "meeting"],
    says: ["took part in", "in which {} took part too"],
    by: "role",
    words: {
      HOST: ["was host at", "at which {} was host"],
      HEAD_OF_DELEGATION: ["led a delegation at", "at which {} led a delegation"],
      MEMBER: ["was of a delegation at", "at which {} was of a delegation"],
      COUNTERPART: ["was met at", "at which {} was met"],
    },
    unsettled: {
      by: "status",
      values: ["PLANNED", "CANCELLED"],
      says: ["was to take part in", "in which {} was to take part too"],
    },
  },
})
export class Participation extends EntityInterface {
  @One(() => Meeting, "The meeting.", { edge: "IN_MEETING", says: "is a part in", required: true })
  declare meeting: Meeting;

  @One(
    () => Official,
    "The official who takes part. Null for a state's own part, and, with `official` in `someValue`, for one whom no source names.",
    { edge: "BY_OFFICIAL", says: "is the part of" },
  )
  declare official: Official | null;

  @One(() => Country, "The state that takes part as such. Null for an official's part.", {
    edge: "BY_COUNTRY",
    says: "is the part of",
  })
  declare country: Country | null;

  @One(() => Country, "The state on whose behalf an official takes part.", {
    edge: "ON_BEHALF_OF",
    says: "was on behalf of",
  })
  declare onBehalfOf: Country | null;

  @Property(() => String, "In what office, as the source has it: `Prime Minister`.", { wording: true })
  declare capacity: string | null;

  @Property(() => ParticipationRole, "In what role. Null when no source says.")
  declare role: keyof typeof ParticipationRole | null;
}
