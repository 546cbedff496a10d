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
  CAREER: "By the career of the foreign service.",
  NON_CAREER: "From outside of the career.",
  BOTH: "By the career at one time, from outside of it at another.",
  BEFORE_CAREER_SERVICE: "Before there was a career service: in the United States before 1915.",
});

@Type("A person who held or holds public office, or spoke for a government.", {
  order: ["familyName", "name"],
  time: { from: "birth", until: "death", shown: "active" },
  searched: 2,
  recordFields: ["name", "familyName", "givenName", "country", "birth", "offices", "active", "historianSlugs"],
  elsewhere: ["schema:Person"],
})
export class Official extends Actor {
  @Property(() => String, "Family name, all of it: `López Obrador`.", { wording: true, elsewhere: "schema:familyName" })
  declare familyName: string | null;

  @Property(() => String, "Given names.", { wording: true, elsewhere: "schema:givenName" })
  declare givenName: string | null;

  @Property(() => [String], "The offices in which sources show this person, in their words: `President`.")
  declare offices: string[];

  @Property(() => [EDTFDate], "The days and spans in which sources show this person in office or at work.")
  declare active: EDTFDate[];

  @Property(() => EDTFDate, "When this person was born.", { elsewhere: "schema:birthDate" })
  declare birth: EDTFDate | null;

  @Property(() => EDTFDate, "When this person died. Null when no source says: that alone does not mean alive.", {
    elsewhere: "schema:deathDate",
  })
  declare death: EDTFDate | null;

  @Property(() => Career, "Whether this person came to office by the career of the foreign service.")
  declare career: keyof typeof Career | null;

  @Property(() => String, "The item of this person in Wikidata: `Q22686`.", { key: true })
  declare wikidata: string | null;

  @Property(() => String, "The id of this person in the Biographical Directory of the United States Congress.", {
    key: true,
  })
  declare bioguide: string | null;

  @Property(
    () => [String],
    "The words for this person in the lists and addresses of the Office of the Historian, earlier ones too: `bush-george-h-w` and `bush-george-herbert-walker` are one person.",
    { key: "historianSlug" },
  )
  declare historianSlugs: string[];

  @One("Country", "The state that this person served, where one is known.", {
    edge: "SERVED_STATE",
  })
  declare country: Country | null;

  @Many("Tenure", "The offices that this person held, and when.", { inverse: "official" })
  declare tenures: Connection<Tenure>;

  @Many("Participation", "The part that this person took in meetings.", { inverse: "official" })
  declare participations: Connection<Participation>;

  @Many("Meeting", "The meetings that this person took part in.", { through: ["participations", "meeting"] })
  declare meetings: Connection<Meeting>;

  @Many("RelationEvent", "The changes in the relations of states in which this person is named.", {
    inverse: "officials",
  })
  declare relationEvents: Connection<RelationEvent>;

  @Many("Statement", "What this person said.", { inverse: "speaker" })
  declare statements: Connection<Statement>;
}
