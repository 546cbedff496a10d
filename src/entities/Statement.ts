import { Entity, Property } from "../graph/declare.ts";
import { EDTFDate } from "../graph/edtf.ts";
import type { Connection } from "../graph/connection.ts";
import { Many, One } from "../graph/relations.ts";
import { Entity as EntityInterface } from "./Entity.ts";
import { Official } from "./Official.ts";
import { Organization } from "./Organization.ts";
import { Place } from "./Place.ts";

@Entity("A speech act: who said what, in what capacity, about what.", {
  order: ["date"],
  called: { noun: "statement" },
})
export class Statement extends EntityInterface {
  @One(() => Official, "Who spoke. Null, with `speaker` in `someValue`, for one whom no source names.", {
    edge: "SPOKEN_BY",
    says: "was made by",
  })
  declare speaker: Official | null;

  @One(() => Organization, "The body in whose name it was said.", {
    edge: "SPOKEN_FOR",
    says: "was made in the name of",
  })
  declare body: Organization | null;

  @Property(() => String, "In what capacity it was said: spokesperson, senior administration official.")
  declare capacity: string | null;

  @Property(() => EDTFDate, "When it was said.")
  declare date: EDTFDate | null;

  @Property(() => String, "What was held, in our own words.", { required: true })
  declare content: string;

  @Property(() => String, "How it reached the source: to reporters, through a recording.")
  declare channel: string | null;

  @One(() => Place, "Where it was said.", { edge: "SAID_AT", says: "was made in" })
  declare place: Place | null;

  @Many(() => EntityInterface, "What it is about.", { edge: "ABOUT", says: "is about" })
  declare about: Connection<EntityInterface>;
}
