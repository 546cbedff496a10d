import { Interface, Property } from "../graph/model/declare.ts";
import type { Connection } from "../graph/connection.ts";
import { Many } from "../graph/model/relations.ts";
import type { Claim } from "./Claim.ts";
import type { Identity } from "./Identity.ts";
import { Node } from "./Node.ts";
import type { Source } from "./Source.ts";
import type { Statement } from "./Statement.ts";

// Its relations lead to classes that extend it, so they are named: importing them would close a circle.
@Interface("What the graph knows of: every kind of thing that claims are made about.")
export abstract class Entity extends Node {
  @Property(() => String, "What it is called, in English where it has an English name.", {
    required: true,
    wording: true,
    elsewhere: "schema:name",
  })
  declare name: string;

  @Property(() => [String], "Its other names and spellings, as sources write them.", {
    elsewhere: "schema:alternateName",
  })
  declare aliases: string[];

  @Property(() => String, "What it is, in a sentence of our own words. Null when none is written.", {
    wording: true,
    elsewhere: "schema:description",
  })
  declare summary: string | null;

  @Property(
    () => [String],
    "The fields that are known to have a value which the sources do not name: an unnamed speaker, a headline not given. Other empty fields are merely not stated.",
  )
  declare someValue: string[];

  @Property(() => [String], "The fields that are known to have no value.")
  declare noValue: string[];

  @Property(() => [String], "The fields about which sources differ: their `claims` tell how.")
  declare contested: string[];

  @Property(() => [String], "Other ids under which sources or earlier editions knew it. Each of them still leads here.")
  declare formerIds: string[];

  @Many(
    "Identity",
    "The decisions on which ids name it, and why: what leads here, what was held apart, what is left open.",
    { inverse: "entity" },
  )
  declare identities: Connection<Identity>;

  @Many("Claim", "What sources say of it, field by field: each fact rests on one or more of these.", {
    inverse: "subject",
  })
  declare claims: Connection<Claim>;

  @Many("Source", "The sources that say anything of it.", { through: ["claims", "source"] })
  declare sources: Connection<Source>;

  @Many("Statement", "What was said about it.", { inverse: "about" })
  declare statementsAbout: Connection<Statement>;
}
