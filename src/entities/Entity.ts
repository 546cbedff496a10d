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

  @Property(() => String, "What it is, in one sentence by the editors. Null if they wrote none.", {
    wording: true,
    elsewhere: "schema:description",
  })
  declare summary: string | null;

  @Property(
    () => [FieldName],
    "Fields with a value that no source names, such as an unnamed speaker. An empty field neither here nor in `noValue` is unknown.",
  )
  declare someValue: string[];

  @Property(() => [FieldName], "Fields that have no value, according to a source.")
  declare noValue: string[];

  @Property(() => [FieldName], "Fields on which sources disagree; see `claims`.")
  declare contested: string[];

  @Property(() => [String], "Its other ids, from sources or earlier editions. Each still leads to it.")
  declare formerIds: string[];

  @Many("Identity", "Decisions on whether other ids mean this entity: merged, kept apart or undecided.", {
    inverse: "entity",
  })
  declare identities: Connection<Identity>;

  @Many("Claim", "What sources say about it, field by field.", {
    inverse: "subject",
  })
  declare claims: Connection<Claim>;

  @Many("Source", "The sources of its claims.", { through: ["claims", "source"] })
  declare sources: Connection<Source>;

  @Many("Statement", "What was said about it.", { inverse: "about" })
  declare statementsAbout: Connection<Statement>;
}
