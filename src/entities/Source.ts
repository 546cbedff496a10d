import { GraphQLURL } from "graphql-scalars";
import { Field, ObjectType, Int } from "type-graphql";
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

export const SourceKind = enumeration("SourceKind", "The kind of source.", {
  NEWS_REPORT: "A report in the news.",
  PHOTOGRAPH: "A photograph with its caption.",
  DATA_SET: "A data set.",
  REFERENCE: "A work of reference.",
  REPORT: "A report or a statement of an authority or an organization.",
  EDITORIAL: "Facts and names written by the editors of this graph.",
});

export const FactKind = enumeration("FactKind", "The kinds of fact that a source may cover.", {
  MEETINGS: "Meetings between states.",
  TENURES: "Who held which office.",
  RELATIONS: "Changes in the relations of two states.",
  FLOWS: "Numbers of people observed.",
});

export const SideOfBorder = enumeration("SideOfBorder", "Where a meeting took place, from a state's point of view.", {
  HOME: "In that state, as host.",
  ABROAD: "In another state, as guest.",
});

@ObjectType({
  simpleResolvers: true,
  description: "Facts that a part of a source reports completely. Each field narrows them.",
})
export class CoverageScope {
  @Field(() => FactKind, { description: "The kind of fact." })
  facts!: keyof typeof FactKind;

  @Field(() => GlobalID, {
    nullable: true,
    description:
      "The state concerned: the participant, the state the office serves, or a state at the border. Null for all states.",
  })
  country?: string;

  @Field(() => SideOfBorder, {
    nullable: true,
    description: "For meetings: only those that `country` hosts, or only those abroad. Null for both.",
  })
  at?: keyof typeof SideOfBorder;

  @Field(() => [PostKind], { nullable: true, description: "Only offices of these kinds. Null for all." })
  offices?: string[];

  @Field(() => [GlobalID], { nullable: true, description: "Only these offices and their holders. Null for all." })
  posts?: string[];

  @Field(() => String, {
    nullable: true,
    description:
      "For heads of mission: only those accredited to states (`states`), to bodies (`organizations`), or to the state with this id. Null for all.",
  })
  accreditedTo?: string;

  @Field(() => GlobalID, {
    nullable: true,
    description: "For numbers of people: only those observed at this place. Null for all.",
  })
  place?: string;
}

@ObjectType({
  simpleResolvers: true,
  description: "What a source, or one part of it, covers. Beyond that, absence proves nothing.",
})
export class Coverage {
  @Field(() => String, { description: "The part of the source: `chiefs of mission`, `Mexico`, or `all`." })
  part!: string;

  @Field(() => EDTF, { nullable: true, description: "The beginning. Null if unknown." })
  from!: string | null;

  @Field(() => EDTF, { nullable: true, description: "The end. Null if unknown." })
  until!: string | null;

  @Field(() => [CoverageScope], {
    nullable: true,
    description:
      "The facts that it reports completely, as the query `coverage` uses them. Null if not stated: a news report is complete for nothing.",
  })
  scopes?: CoverageScope[];
}

@ObjectType({ simpleResolvers: true, description: "A record of a source that gives no fact here." })
export class RejectedRecord {
  @Field(() => String, { description: "Where it stands in the source, as in `Claim.locator`." })
  locator!: string;

  @Field(() => String, { description: "Why it gives none." })
  reason!: string;
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

const rejections = z.array(z.strictObject({ locator: z.string().min(1), reason: z.string().min(1) }));

@Type("A document or data set from which claims come.", {
  time: { from: "date", isMoment: true },
  hub: true,
  elsewhere: ["schema:CreativeWork"],
})
export class Source extends Entity {
  @Property(() => SourceKind, "The kind of source.", { required: true })
  declare kind: keyof typeof SourceKind;

  @Property(() => String, "Its title as published.", { elsewhere: "schema:headline" })
  declare headline: string | null;

  @Property(() => EDTFDate, "When it was published.", { elsewhere: "schema:datePublished" })
  declare date: EDTFDate | null;

  @Property(() => GraphQLURL, "Its address.", { elsewhere: "schema:url" })
  declare address: string | null;

  @Property(() => String, "The licence, and the terms on which its facts are used here. Null if unknown.", {
    elsewhere: "schema:license",
  })
  declare licence: string | null;

  @Property(() => [Coverage], "What each of its parts covers.", {
    datatype: "json",
    parse: (value) => coverages.parse(value),
  })
  declare coverage: Coverage[];

  @Property(
    () => [RejectedRecord],
    "Its records that give no fact here, each with the reason: a night on the way is no meeting.",
    { datatype: "json", parse: (value) => rejections.parse(value) },
  )
  declare rejectedRecords: RejectedRecord[];

  @Property(
    () => Int,
    "By how many days it may be late: until then it may still show somebody who has left an office. Null if its facts are dated.",
  )
  declare lag: number | null;

  @Many("Organization", "Who published it.", { edge: "PUBLISHED_BY", elsewhere: "schema:publisher" })
  declare publishers: Connection<Organization>;

  @One("Source", "The source that it is part of.", { edge: "PART_OF_SOURCE", elsewhere: "schema:isPartOf" })
  declare partOf: Source | null;

  @Many("Source", "The sources that are part of it.", { inverse: "partOf" })
  declare parts: Connection<Source>;

  @Many("Claim", "The claims that it makes.", { inverse: "source" })
  declare claims: Connection<Claim>;
}
