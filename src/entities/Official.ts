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
  BOTH: "At one time from the career service, at another from outside.",
  BEFORE_CAREER_SERVICE: "Before there was a career service: in the United States, before 1915.",
});

@Type("A person who held or holds public office, or spoke for a government.", {
  order: ["familyName", "name"],
  fullestName: true,
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

  @Property(() => [String], "This person's offices, in the sources' words: `President`.")
  declare offices: string[];

  @Property(() => [EDTFDate], "Days and periods for which sources show this person in office or at work.")
  declare active: EDTFDate[];

  @Property(() => EDTFDate, "When this person was born.", { elsewhere: "schema:birthDate" })
  declare birth: EDTFDate | null;

  @Property(() => EDTFDate, "When this person died. Null if alive, or if no source says.", {
    elsewhere: "schema:deathDate",
  })
  declare death: EDTFDate | null;

  @Property(() => Career, "Whether this person came from the career foreign service.")
  declare career: keyof typeof Career | null;

  @Property(
    () => String,
    "Where this person resided when appointed: the state or territory, for officials of the United States.",
    {
      grouped: true,
    },
  )
  declare residence: string | null;

  @Property(() => String, "The Wikidata item: `Q22686`.", { key: true, upperCase: true })
  declare wikidata: string | null;

  @Property(() => String, "The id in the Biographical Directory of the United States Congress.", {
    key: true,
    upperCase: true,
  })
  declare bioguide: string | null;

  @Property(
    () => [String],
    "This person's names in lists and URLs of the U.S. Office of the Historian, past and present: `bush-george-h-w` and `bush-george-herbert-walker` for one person.",
    { key: "historianSlug" },
  )
  declare historianSlugs: string[];

  @One("Country", "The state that this person served.", {
    edge: "SERVED_STATE",
  })
  declare country: Country | null;

  @Many("Tenure", "The offices that this person held, with dates.", { inverse: "official" })
  declare tenures: Connection<Tenure>;

  @Many("Participation", "This person's participations in meetings.", { inverse: "official" })
  declare participations: Connection<Participation>;

  @Many("Meeting", "The meetings that this person took part in.", { through: ["participations", "meeting"] })
  declare meetings: Connection<Meeting>;

  @Many("RelationEvent", "The changes in relations whose sources name this person.", {
    inverse: "officials",
  })
  declare relationEvents: Connection<RelationEvent>;

  @Many("Statement", "What this person said.", { inverse: "speaker" })
  declare statements: Connection<Statement>;
}
