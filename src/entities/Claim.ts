import { GraphQLURL } from "graphql-scalars";
import { Float } from "type-graphql";
import { Type, Property, enumeration } from "../graph/model/declare.ts";
import { EDTFDate } from "../graph/edtf.ts";
import type { Connection } from "../graph/connection.ts";
import { FieldName } from "../graph/model/fieldName.ts";
import { Many, One } from "../graph/model/relations.ts";
import type { Entity } from "./Entity.ts";
import { Node } from "./Node.ts";
import type { Source } from "./Source.ts";

export const ClaimBasis = enumeration("ClaimBasis", "How a claim relates to its source.", {
  STATED: "The source says it.",
  INFERRED: "The editors inferred it from the source; `note` says how.",
  REFERENCE: "A reference work says it: a code, a coordinate, a spelling.",
  AUTHORED: "The editors wrote or drew it for this graph: a name, a sketched line.",
});

export const ClaimRank = enumeration(
  "ClaimRank",
  "The rank of a claim among those about the same field, as in Wikibase.",
  {
    PREFERRED: "It gives the value that the field shows.",
    NORMAL: "Neither preferred nor deprecated.",
    DEPRECATED: "Kept, but known to be wrong; `rankReason` says why.",
  },
);

export const ValueKind = enumeration("ValueKind", "The kind of value that a claim gives, as in Wikibase.", {
  VALUE: "A known value.",
  SOME_VALUE: "There is a value, but the source doesn't name it.",
  NO_VALUE: "There is no value.",
});

@Type("What one source says about one field of one entity.", {
  order: ["predicate", "locator"],
  time: { isTimeless: true },
  searched: 0,
  elsewhere: ["schema:Claim"],
})
export class Claim extends Node {
  @One("Entity", "The entity the claim is about.", { foreignKey: true, required: true })
  declare subject: Entity;

  @Property(
    () => FieldName,
    "The field it is about. RECORD means several fields that one record of the source gives together; `value` is then JSON.",
    { required: true },
  )
  declare predicate: string;

  @Property(() => ValueKind, "Whether it gives a known value, an unnamed value or no value.", {
    required: true,
  })
  declare valueKind: keyof typeof ValueKind;

  @Property(() => String, "The value as the source gives it. Null if it wasn't recorded separately from `value`.")
  declare given: string | null;

  @Property(
    () => String,
    "The value as read: a text, a number, an EDTF date, an id. Null for an unnamed value or no value.",
  )
  declare value: string | null;

  @One("Entity", "The entity that the value names. Null if the value isn't an entity.", {
    foreignKey: true,
    oneWay: true,
  })
  declare valueEntity: Entity | null;

  @One("Source", "The source that makes the claim.", {
    foreignKey: true,
    required: true,
    elsewhere: "schema:appearance",
  })
  declare source: Source;

  @Property(() => String, "The place in the source: a paragraph, a record id.", { required: true })
  declare locator: string;

  @Property(() => GraphQLURL, "The publisher's page about the record. Null if it has none, or none is known.")
  declare page: string | null;

  @Property(
    () => String,
    "The file of the published data set and the line: `data/mexico.xml:12`. Null if the source isn't one.",
  )
  declare file: string | null;

  @Property(() => String, "The revision of the publication that has the record, such as a commit. Null if unknown.")
  declare revision: string | null;

  @Property(() => ClaimBasis, "How the claim relates to its source.", { required: true })
  declare basis: keyof typeof ClaimBasis;

  @Property(() => String, "How the editors understood the source. Null if obvious.")
  declare note: string | null;

  @Property(() => Float, "Confidence in the reading, from 0 to 1.", { required: true })
  declare confidence: number;

  @Property(() => EDTFDate, "The time that the claim is about. Null if not limited to a time.")
  declare asOf: EDTFDate | null;

  @Property(() => EDTFDate, "The day on which the copy of the source was taken. Null if it isn't known.")
  declare retrieved: EDTFDate | null;

  @Property(() => ClaimRank, "Its rank among the claims about the same field.", { required: true })
  declare rank: keyof typeof ClaimRank;

  @Property(() => String, "Why it has this rank. Null if no reason is recorded.")
  declare rankReason: string | null;

  @Property(
    () => Boolean,
    "Whether the field takes its value from this claim. Of claims with the same value, only one is chosen.",
    { required: true },
  )
  declare shown: boolean;

  @Property(() => Boolean, "Whether sources disagree on the field: another claim gives an incompatible value.", {
    required: true,
  })
  declare contested: boolean;

  @Property(
    () => String,
    "The former id of the subject, if the claim was made under that id. Null if made under the current id.",
  )
  declare statedId: string | null;

  @Many("Claim", "The other claims about the same field of the same entity.")
  declare others: Connection<Claim>;
}
