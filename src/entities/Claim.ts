import { Float } from "type-graphql";
import { Type, Property, enumeration } from "../graph/model/declare.ts";
import { EDTFDate } from "../graph/edtf.ts";
import type { Connection } from "../graph/connection.ts";
import { Many, One } from "../graph/model/relations.ts";
import type { Entity } from "./Entity.ts";
import { Node } from "./Node.ts";
import type { Source } from "./Source.ts";

export const ClaimBasis = enumeration("ClaimBasis", "How a claim stands to its source.", {
  STATED: "The source says it.",
  INFERRED: "We read it out of what the source says; `note` tells how.",
  REFERENCE: "A work of reference says it: a code, a coordinate, a spelling.",
  AUTHORED: "We made it, for this graph: a sketched line, a name of our own.",
});

export const ClaimRank = enumeration(
  "ClaimRank",
  "The standing of a claim among others about the same field, as in Wikibase.",
  {
    PREFERRED: "The one that the field shows.",
    NORMAL: "Kept beside it.",
    DEPRECATED: "Kept, and known to be wrong; `rankReason` tells why.",
  },
);

export const ValueKind = enumeration("ValueKind", "What sort of value a claim gives, as in Wikibase.", {
  VALUE: "A value.",
  SOME_VALUE: "There is one, and the source doesn't name it.",
  NO_VALUE: "There is none.",
});

@Type("One thing that one source says about one field of one entity.", {
  order: ["predicate", "locator"],
  time: { isTimeless: true },
  searched: 0,
  elsewhere: ["schema:Claim"],
})
export class Claim extends Node {
  @One("Entity", "What the claim is about.", { foreignKey: true, required: true })
  declare subject: Entity;

  @Property(
    () => String,
    "The field that it is about, under its name in this schema: `date`, `host`. `record` stands for several fields that one record of the source gives together: they are in `value`, as JSON.",
    { required: true, grouped: true },
  )
  declare predicate: string;

  @Property(() => ValueKind, "Whether it gives a value, says that there is one unnamed, or that there is none.", {
    required: true,
  })
  declare valueKind: keyof typeof ValueKind;

  @Property(
    () => String,
    "The value as the source gives it. Null when it was not taken down apart from how it is read.",
  )
  declare given: string | null;

  @Property(
    () => String,
    "The value as it is read: a text, a number, a date in EDTF, an id. Null for a value unnamed or none.",
  )
  declare value: string | null;

  @One("Entity", "The entity that the value names. Null when the value is not an entity.", {
    foreignKey: true,
    oneWay: true,
  })
  declare valueEntity: Entity | null;

  @One("Source", "The source that says it.", { foreignKey: true, required: true, elsewhere: "schema:appearance" })
  declare source: Source;

  @Property(() => String, "Where in the source: a paragraph, the id of a record.", { required: true })
  declare locator: string;

  @Property(() => ClaimBasis, "How the claim stands to its source.", { required: true })
  declare basis: keyof typeof ClaimBasis;

  @Property(() => String, "How it was read. Null when that is plain.")
  declare note: string | null;

  @Property(() => Float, "How sure the reading is, from 0 to 1.", { required: true })
  declare confidence: number;

  @Property(() => EDTFDate, "The time at which the source says that it held. Null when that doesn't matter.")
  declare asOf: EDTFDate | null;

  @Property(() => EDTFDate, "When the source was read. Null when that was not taken down.")
  declare retrieved: EDTFDate | null;

  @Property(() => ClaimRank, "Its standing among the claims about the same field.", { required: true })
  declare rank: keyof typeof ClaimRank;

  @Property(() => String, "Why it has that standing. Null when nothing sets it apart from the others.")
  declare rankReason: string | null;

  @Property(
    () => Boolean,
    "Whether the field shows this claim's value, this one standing for all that give the same: of a field with one value, one claim is shown.",
    { required: true },
  )
  declare shown: boolean;

  @Property(() => Boolean, "Whether sources differ about the field: another claim gives a value that can't hold too.", {
    required: true,
  })
  declare contested: boolean;

  @Property(
    () => String,
    "The id under which the source's record knew the subject, where that was found to be the same as another. Null when it is the subject's own.",
  )
  declare statedId: string | null;

  @Many("Claim", "The other claims about the same field of the same subject.")
  declare others: Connection<Claim>;
}
