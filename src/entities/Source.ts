import { GraphQLURL } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import { z } from "zod";
import { Entity, Property, enumeration } from "../graph/declare.ts";
import { EDTF, EDTFDate, readEdtf } from "../graph/edtf.ts";
import type { Connection } from "../graph/page.ts";
import { Many, One } from "../graph/relations.ts";
import { Claim } from "./Claim.ts";
import { Entity as EntityInterface } from "./Entity.ts";
import { Organization } from "./Organization.ts";

export const SourceKind = enumeration("SourceKind", "What sort of source it is.", {
  NEWS_REPORT: "A report in the news.",
  PHOTOGRAPH: "A photograph with its caption.",
  DATA_SET: "A data set.",
  REFERENCE: "A work of reference.",
  EDITORIAL: "The editors of this graph: authored facts, and names of our own.",
});

@ObjectType({
  simpleResolvers: true,
  description: "What a source, or one part of it, covers: outside of it, silence means nothing.",
})
export class Coverage {
  @Field(() => String, { description: "The part of the source: `chiefs of mission`, `Mexico`, or `all`." })
  part!: string;

  @Field(() => EDTF, { nullable: true, description: "From when. Null when it is not known." })
  from!: string | null;

  @Field(() => EDTF, { nullable: true, description: "Until when. Null when it is not known." })
  until!: string | null;
}

const edtf = z.union([z.string(), z.number()]).transform((value) => readEdtf(String(value)).edtf);
const coverages = z.array(
  z.strictObject({
    part: z.string().min(1),
    from: edtf.nullable().default(null),
    until: edtf.nullable().default(null),
  }),
);

@Entity("A document or a data set that claims come from.", { time: { from: "date" }, hub: true })
export class Source extends EntityInterface {
  @Property(() => SourceKind, "What sort of source it is.", { required: true })
  declare kind: keyof typeof SourceKind;

  @Property(() => String, "Its title as published.")
  declare headline: string | null;

  @Property(() => EDTFDate, "When it was published.")
  declare date: EDTFDate | null;

  @Property(() => GraphQLURL, "Its address.")
  declare address: string | null;

  @Property(() => String, "Its licence, and under what terms its facts are used here.")
  declare licence: string | null;

  @Property(() => [Coverage], "What it covers, part by part.", {
    kind: "json",
    parse: (value) => coverages.parse(value),
  })
  declare coverage: Coverage[];

  @Many(() => Organization, "Who published it.", { edge: "PUBLISHED_BY", says: "was published by" })
  declare publishers: Connection<Organization>;

  @One(() => Source, "The source that it is part of.", { edge: "PART_OF_SOURCE", says: "is part of" })
  declare partOf: Source | null;

  @Many(() => Source, "The sources that are part of it.", { inverse: "partOf" })
  declare parts: Connection<Source>;

  @Many(() => Claim, "What it says, claim by claim.", { inverse: "source" })
  declare claims: Connection<Claim>;
}
