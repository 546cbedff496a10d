import { Entity, Property } from "../graph/declare.ts";
import type { Connection } from "../graph/page.ts";
import { Many } from "../graph/relations.ts";
import { Actor } from "./Actor.ts";
import { Meeting } from "./Meeting.ts";
import { Participation } from "./Participation.ts";
import { Statement } from "./Statement.ts";
import { Tenure } from "./Tenure.ts";

@Entity("A person who held or holds public office, or spoke for a government.", { order: ["familyName", "name"] })
export class Official extends Actor {
  @Property(() => String, "Family name, all of it: `López Obrador`.")
  declare familyName: string | null;

  @Property(() => String, "Given names.")
  declare givenName: string | null;

  @Many(() => Tenure, "The offices that this person held, and when.", { inverse: "official" })
  declare tenures: Connection<Tenure>;

  @Many(() => Participation, "The part that this person took in meetings.", { inverse: "official" })
  declare participations: Connection<Participation>;

  @Many(() => Meeting, "The meetings that this person took part in.", { through: "participations" })
  declare meetings: Connection<Meeting>;

  @Many(() => Statement, "What this person said.", { inverse: "speaker" })
  declare statements: Connection<Statement>;
}
