import { Interface, Property } from "../graph/model/declare.ts";
import type { Connection } from "../graph/connection.ts";
import { FieldName } from "../graph/model/fieldName.ts";
import { Many } from "../graph/model/relations.ts";
import type { Claim } from "./Claim.ts";
import type { Identity } from "./Identity.ts";
import { Node } from "./Node.ts";
import type { Source } from "./Source.ts";
import type { Statement } from "./Statement.ts";

// Its relations name their targets, which extend it: imports would be circular.
@Interface("A thing in the graph that claims are about.")
export abstract class Entity extends Node {
  @Property(() => String, "Its name, in English where it has one.", {
    required: true,
    wording: true,
    elsewhere: "schema:name",
  })
  declare name: string;

  @Property(() => [String], "Other names and spellings, as sources write them.", {
    elsewhere: "schema:alternateName",
  })
  declare aliases: string[];

  @Property(() => String, "What it is, in one sentence by the editors. Null if none is written.", {
    wording: true,
    elsewhere: "schema:description",
  })
  declare summary: string | null;

  @Property(
    () => [FieldName],
    "Fields known to have a value that no source names, such as an unnamed speaker. Other empty fields are just not stated.",
  )
  declare someValue: string[];

  @Property(() => [FieldName], "Fields known to have no value.")
  declare noValue: string[];

  @Property(() => [FieldName], "Fields on which sources disagree; see `claims`.")
  declare contested: string[];

  @Property(() => [String], "Other ids that sources or earlier editions used. Each still leads here.")
  declare formerIds: string[];

  @Many("Identity", "Decisions on which ids mean this entity, and why: merged, kept apart or undecided.", {
    inverse: "entity",
  })
  declare identities: Connection<Identity>;

  @Many("Claim", "What sources say about it, field by field.", {
    inverse: "subject",
  })
  declare claims: Connection<Claim>;

  @Many("Source", "The sources that say anything about it.", { through: ["claims", "source"] })
  declare sources: Connection<Source>;

  @Many("Statement", "What was said about it.", { inverse: "about" })
  declare statementsAbout: Connection<Statement>;
}
