import { GraphQLURL } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import { z } from "zod";
import { Type, Property, enumeration } from "../graph/model/declare.ts";
import { EDTF, EDTFDate, readEdtf } from "../graph/edtf.ts";
import { GlobalID, readId } from "../graph/id.ts";
import type { Connection } from "../graph/connection.ts";
import { Many, One } from "../graph/model/relations.ts";
import type { Claim } from "./Claim.ts";
import { Entity } from "./Entity.ts";
import type { Organization } from "./Organization.ts";
import { PostKind } from "./Post.ts";

export const SourceKind = enumeration("SourceKind", "What sort of source it is.", {
  NEWS_REPORT: "A report in the news.",
  PHOTOGRAPH: "A photograph with its caption.",
  DATA_SET: "A data set.",
  REFERENCE: "A work of reference.",
  EDITORIAL: "The editors of this graph: authored facts, and names of our own.",
});

export const FactKind = enumeration("FactKind", "The kinds of fact that a source may cover.", {
  MEETINGS: "Meetings between states.",
  TENURES: "Who held an office.",
  RELATIONS: "Changes in the relations of two states.",
  FLOWS: "Numbers of people observed.",
});

export const SideOfBorder = enumeration("SideOfBorder", "Where a meeting is, seen from a state.", {
  HOME: "In that state, as host.",
  ABROAD: "In another one, as guest.",
});

@ObjectType({
  simpleResolvers: true,
  description: "What facts a part of a source would tell, if they were so: all that is given here narrows them.",
})
export class CoverageScope {
  @Field(() => FactKind, { description: "Of what kind they are." })
  facts!: keyof typeof FactKind;

  @Field(() => GlobalID, {
    nullable: true,
    description:
      "The state in whose affairs they are: that takes part, that the office serves, whose border it is. Null for all states.",
  })
  country?: string;

  @Field(() => SideOfBorder, {
    nullable: true,
    description: "Of meetings: only those at home or those abroad, seen from that state. Null for both.",
  })
  at?: keyof typeof SideOfBorder;

  @Field(() => [PostKind], { nullable: true, description: "Only offices of these kinds. Null for all." })
  offices?: string[];

  @Field(() => [GlobalID], { nullable: true, description: "Only these offices, or those who hold them. Null for all." })
  posts?: string[];

  @Field(() => String, {
    nullable: true,
    description:
      "Of heads of mission: only those to `states`, to `organizations`, or to the state with this id. Null for all.",
  })
  accreditedTo?: string;

  @Field(() => GlobalID, { nullable: true, description: "Of numbers: only those observed there. Null for all." })
  place?: string;
}

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

  @Field(() => [CoverageScope], {
    nullable: true,
    description:
      "What facts it would tell of, as data: what the question `coverage` goes by. Null when that is not told, as of a report, which is complete for nothing.",
  })
  scopes?: CoverageScope[];
}

const id = z.string().refine((text) => readId(text) !== undefined);
const scope = z.strictObject({
  facts: z.enum(FactKind),
  country: id.optional(),
  at: z.enum(SideOfBorder).optional(),
  offices: z.array(z.enum(PostKind)).min(1).optional(),
  posts: z.array(id).min(1).optional(),
  accreditedTo: z.union([z.enum(["states", "organizations"]), id]).optional(),
  place: id.optional(),
});
const edtf = z.union([z.string(), z.number()]).transform((value) => readEdtf(String(value)).edtf);
const coverages = z.array(
  z.strictObject({
    part: z.string().min(1),
    from: edtf.nullable().default(null),
    until: edtf.nullable().default(null),
    scopes: z.array(scope).min(1).optional(),
  }),
);

@Type("A document or a data set that claims come from.", {
  time: { from: "date", isMoment: true },
  hub: true,
  elsewhere: ["schema:CreativeWork"],
})
export class Source extends Entity {
  @Property(() => SourceKind, "What sort of source it is.", { required: true })
  declare kind: keyof typeof SourceKind;

  @Property(() => String, "Its title as published.", { elsewhere: "schema:headline" })
  declare headline: string | null;

  @Property(() => EDTFDate, "When it was published.", { elsewhere: "schema:datePublished" })
  declare date: EDTFDate | null;

  @Property(() => GraphQLURL, "Its address.", { elsewhere: "schema:url" })
  declare address: string | null;

  @Property(() => String, "Its licence, and under what terms its facts are used here. Null when it is not known.", {
    elsewhere: "schema:license",
  })
  declare licence: string | null;

  @Property(() => [Coverage], "What it covers, part by part.", {
    datatype: "json",
    parse: (value) => coverages.parse(value),
  })
  declare coverage: Coverage[];

  @Many("Organization", "Who published it.", { edge: "PUBLISHED_BY", elsewhere: "schema:publisher" })
  declare publishers: Connection<Organization>;

  @One("Source", "The source that it is part of.", { edge: "PART_OF_SOURCE", elsewhere: "schema:isPartOf" })
  declare partOf: Source | null;

  @Many("Source", "The sources that are part of it.", { inverse: "partOf" })
  declare parts: Connection<Source>;

  @Many("Claim", "What it says, claim by claim.", { inverse: "source" })
  declare claims: Connection<Claim>;
}
