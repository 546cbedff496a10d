import { EDTFDate } from "../graph/edtf.ts";
import { Type, Property, enumeration } from "../graph/model/declare.ts";
import { One } from "../graph/model/relations.ts";
import type { Country } from "./Country.ts";
import { Entity } from "./Entity.ts";
import type { Meeting } from "./Meeting.ts";
import type { Official } from "./Official.ts";

export const ParticipationRole = enumeration("ParticipationRole", "The role of a participant in a meeting.", {
  HOST: "Received the others.",
  HEAD_OF_DELEGATION: "Led a delegation.",
  MEMBER: "Was a member of a delegation.",
  COUNTERPART: "Was met by a delegation.",
});

@Type("The participation of one official, or one state, in one meeting.", {
  order: ["meeting"],
  searched: 0,
  recordFields: ["name", "meeting", "country"],
  joins: ["official", "country", "meeting"],
  time: { isMoment: true },
  elsewhere: ["schema:Role"],
})
export class Participation extends Entity {
  @One("Meeting", "The meeting.", { edge: "IN_MEETING", required: true })
  declare meeting: Meeting;

  @One(
    "Official",
    "The official who takes part. Null for a state, or, with `official` in `someValue`, for an unnamed official.",
    { edge: "BY_OFFICIAL" },
  )
  declare official: Official | null;

  @One("Country", "The state that takes part itself. Null for an official.", {
    edge: "BY_COUNTRY",
  })
  declare country: Country | null;

  @One("Country", "The state on whose behalf an official takes part.", {
    edge: "ON_BEHALF_OF",
  })
  declare onBehalfOf: Country | null;

  @Property(() => String, "The office, as the source gives it: `Prime Minister`.", { wording: true })
  declare capacity: string | null;

  @Property(
    () => EDTFDate,
    "The days of the journey on which this participant came, which may be more or fewer than those of the meeting.",
    { extent: true },
  )
  declare stay: EDTFDate | null;

  @Property(() => ParticipationRole, "The role. Null when no source says.")
  declare role: keyof typeof ParticipationRole | null;
}
