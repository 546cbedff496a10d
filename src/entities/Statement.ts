import { Type, Property } from "../graph/model/declare.ts";
import { EDTFDate } from "../graph/edtf.ts";
import type { Connection } from "../graph/connection.ts";
import { Many, One } from "../graph/model/relations.ts";
import { Entity } from "./Entity.ts";
import type { Official } from "./Official.ts";
import type { Organization } from "./Organization.ts";
import type { Place } from "./Place.ts";

@Type("A statement: who said what, in what capacity, about what.", {
  order: ["date"],
  time: { isMoment: true },
  elsewhere: ["schema:CommunicateAction"],
})
export class Statement extends Entity {
  @One("Official", "The speaker. Null, with `speaker` in `someValue`, if no source names one.", {
    edge: "SPOKEN_BY",
    elsewhere: "schema:agent",
  })
  declare speaker: Official | null;

  @One("Organization", "The body on whose behalf it was said.", {
    edge: "SPOKEN_FOR",
  })
  declare body: Organization | null;

  @Property(() => String, "The speaker's capacity: spokesperson, senior administration official.")
  declare capacity: string | null;

  @Property(() => EDTFDate, "When it was said.")
  declare date: EDTFDate | null;

  @Property(() => String, "The content, in the editors' words.", { required: true })
  declare content: string;

  @Property(() => String, "How it was conveyed: to reporters, in a recording.")
  declare channel: string | null;

  @One("Place", "Where it was said.", { edge: "SAID_AT", elsewhere: "schema:location" })
  declare place: Place | null;

  @Many("Entity", "The entities it is about.", { edge: "ABOUT", elsewhere: "schema:about" })
  declare about: Connection<Entity>;
}
