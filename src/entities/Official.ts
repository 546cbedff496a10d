import { Type, Property, enumeration } from "../graph/model/declare.ts";
import { EDTFDate } from "../graph/edtf.ts";
import type { Connection } from "../graph/connection.ts";
import { Many, One } from "../graph/model/relations.ts";
import { Actor } from "./Actor.ts";
import type { Country } from "./Country.ts";
import type { Meeting } from "./Meeting.ts";
import type { Participation } from "./Participation.ts";
import type { RelationEvent } from "./RelationEvent.ts";
import type { Statement } from "./Statement.ts";
import type { Tenure } from "./Tenure.ts";

export const Career = enumeration("Career", "How an official came to office.", {
  CAREER: "From the career foreign service.",
  NON_CAREER: "From outside the career service.",
  BOTH: "From the career service at one time, from outside at another.",
  BEFORE_CAREER_SERVICE: "Before there was a career service: in the United States, before 1915.",
});

@Type("A person who held or holds public office, or spoke for a government.", {
  order: ["familyName", "name"],
  time: { from: "birth", until: "death", shown: "active" },
  searched: 2,
  recordFields: ["name", "familyName", "givenName", "country", "birth", "offices", "active", "historianSlugs"],
  elsewhere: ["schema:Person"],
})
export class Official extends Actor {
  @Property(() => String, "The full family name: `López Obrador`.", { wording: true, elsewhere: "schema:familyName" })
  declare familyName: string | null;

  @Property(() => String, "Given names.", { wording: true, elsewhere: "schema:givenName" })
  declare givenName: string | null;

  @Property(() => [String], "The offices in which sources show this person, as they word them: `President`.")
  declare offices: string[];

  @Property(() => [EDTFDate], "Days and periods in which sources show this person in office or at work.")
  declare active: EDTFDate[];

  @Property(() => EDTFDate, "When this person was born.", { elsewhere: "schema:birthDate" })
  declare birth: EDTFDate | null;

  @Property(() => EDTFDate, "When this person died. Null when no source says, which doesn't mean alive.", {
    elsewhere: "schema:deathDate",
  })
  declare death: EDTFDate | null;

  @Property(() => Career, "Whether this person came to office through the career foreign service.")
  declare career: keyof typeof Career | null;

  @Property(() => String, "The Wikidata item: `Q22686`.", { key: true, upperCase: true })
  declare wikidata: string | null;

  @Property(() => String, "The id in the Biographical Directory of the United States Congress.", {
    key: true,
    upperCase: true,
  })
  declare bioguide: string | null;

  @Property(
    () => [String],
    "The names of this person in lists and URLs of the Office of the Historian, past ones included: `bush-george-h-w` and `bush-george-herbert-walker` are one person.",
    { key: "historianSlug" },
  )
  declare historianSlugs: string[];

  @One("Country", "The state that this person served, if known.", {
    edge: "SERVED_STATE",
  })
  declare country: Country | null;

  @Many("Tenure", "The offices that this person held, with dates.", { inverse: "official" })
  declare tenures: Connection<Tenure>;

  @Many("Participation", "This person's participations in meetings.", { inverse: "official" })
  declare participations: Connection<Participation>;

  @Many("Meeting", "The meetings that this person took part in.", { through: ["participations", "meeting"] })
  declare meetings: Connection<Meeting>;

  @Many("RelationEvent", "The changes in relations between states that name this person.", {
    inverse: "officials",
  })
  declare relationEvents: Connection<RelationEvent>;

  @Many("Statement", "What this person said.", { inverse: "speaker" })
  declare statements: Connection<Statement>;
}
