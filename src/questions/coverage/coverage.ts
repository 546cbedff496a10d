/** Whether absence means anything: which sources cover an entity, a period and a kind of fact, and what they report. */
import type { GraphQLResolveInfo } from "graphql";
import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Ctx, Field, Info, Int, ObjectType, Query, Resolver } from "type-graphql";
import { Entity } from "../../entities/Entity.ts";
import { FactKind, Source } from "../../entities/Source.ts";
import { enumeration } from "../../graph/model/declare.ts";
import { EDTF, readEdtf } from "../../graph/edtf.ts";
import { inputError } from "../../graph/errors.ts";
import { readFilter } from "../../graph/filter.ts";
import type { Context, Graph } from "../../graph/graph.ts";
import { readId } from "../../graph/id.ts";
import { classNamed, relationOf } from "../../graph/model/model.ts";
import { kebabCase } from "../../graph/model/casing.ts";
import { query } from "../../graph/queries.ts";
import { countAllQuery, countQuery } from "../../graph/listQueries.ts";
import { coveredBy, type PartCoverage, type Gap } from "./coveringParts.ts";
import { askable, pairSubject, type Askable, type FactKindWord, type CoverageSubject } from "./subject.ts";
import type { Period } from "./days.ts";
import { sourceParts, subjectOf } from "./readCoverage.ts";
import { EntityKey, idsBy, type AnyKey } from "../keys.ts";
import { LeadsTo } from "../leadsTo.ts";

const Verdict = enumeration("CoverageVerdict", "Whether there are such facts, as far as sources cover the question.", {
  FOUND: "Sources report such facts. `gaps` lists the days on which there may be more.",
  NONE: "Sources cover the whole period and report none: as far as they know, there was none.",
  PARTLY_COVERED:
    "Sources report none, but cover only a part of the period or of the question: there may have been some.",
  NOT_COVERED: "No source reports any, or would report any: absence proves nothing.",
});

const ExtentOfPart = enumeration("CoverageExtent", "How much of the question one part of a source would report.", {
  WHOLE: "Everything the question asks for.",
  PART: "Only a part of it: the relations of a state with one other, some offices of a person.",
});

@ObjectType({ simpleResolvers: true, description: "Days, both included." })
class DaysCovered {
  @Field(() => GraphQLLocalDate, { nullable: true, description: "The first day. Null if there is no beginning." })
  from!: string | null;
  @Field(() => GraphQLLocalDate, { nullable: true, description: "The last day. Null if there is no end." })
  until!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "Days that no source covers." })
class CoverageGap extends DaysCovered {
  @Field(() => String, { description: "What is missing: `heads of mission of Mexico to United States`." })
  what!: string;
}

@ObjectType({ simpleResolvers: true, description: "A part of a source that would report such facts." })
class CoveringPart {
  @Field(() => String, { description: "The part, in words: `chiefs of mission to countries`." })
  part!: string;
  @Field(() => EDTF, { nullable: true, description: "The beginning of its coverage. Null if unknown." })
  from!: string | null;
  @Field(() => EDTF, {
    nullable: true,
    description: "The end of its coverage. Null if it runs until the source was read.",
  })
  until!: string | null;
  @Field(() => ExtentOfPart, { description: "How much of the question the part would report." })
  extent!: string;
  @Field(() => DaysCovered, {
    nullable: true,
    description: "The days of the period that it covers. Null if none.",
  })
  days!: Period | null;
  @LeadsTo("source", () => Source, "The source.")
  readonly sourceId!: string;
}

@ObjectType("CoverageAnswer", {
  simpleResolvers: true,
  description: "What sources cover, and what the absence of facts means.",
})
class CoverageAnswer {
  @Field(() => Verdict, { description: "Whether there are such facts, as far as sources cover the question." })
  verdict!: string;
  @Field(() => String, { description: "The reason, in one sentence." })
  basis!: string;
  @Field(() => Int, { description: "The number of such facts in the period." })
  factCount!: number;
  @Field(() => FactKind, { description: "The kind of fact." })
  about!: FactKindWord;
  @Field(() => EDTF, { description: "The period." })
  during!: string;
  @Field(() => [CoveringPart], {
    description: "The parts of sources that would report such facts, on these days or others, sorted by source id.",
  })
  parts!: CoveringPart[];
  @Field(() => [CoverageGap], { description: "The days that no source covers, with what is missing." })
  gaps!: Gap[];
  @LeadsTo("of", () => Entity, "The entity asked about; of two countries, the first.")
  readonly subjectId!: string;
}

@Resolver()
export class CoverageQuestion {
  @Query(() => CoverageAnswer, {
    nullable: true,
    description:
      'Whether sources would report facts of a kind in a period. Distinguishes "there were none" from "no source covers it". ' +
      "Takes a country, a pair of countries, an official, an office or a place. Null if any of them is unknown.",
  })
  async coverage(
    @Arg("of", () => EntityKey, { description: "The entity." }) ofKey: AnyKey,
    @Arg("with", () => EntityKey, {
      nullable: true,
      description: "For a country: the other country of a pair. They needn't have a known relation.",
    })
    withKey: AnyKey | null | undefined,
    @Arg("during", () => EDTF, { description: "The period: `2023-12-27`, `2022`, `2017/2021`." }) during: string,
    @Arg("about", () => FactKind, { description: "The kind of fact." }) about: FactKindWord,
    @Ctx() { graph }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CoverageAnswer | null> {
    const [of, other] = await idsBy(withKey == null ? [ofKey] : [ofKey, withKey], graph, info);
    if (of == null || other === null) return null;
    checkAskable(of, other, about);
    const { firstDay, lastDay } = readEdtf(during);
    const [one, second, parts] = await Promise.all([
      subjectOf(graph, of),
      other == null ? null : subjectOf(graph, other),
      sourceParts(graph),
    ]);
    const subject = other == null ? one : one && second && pairSubject(one, second);
    if (!subject) return null;
    const days = { from: firstDay, until: lastDay };
    const { parts: covering, gaps, whole } = coveredBy(subject, about, days, parts);
    const factCount = await toldIn(graph, subject, about, during);
    const reaching = covering.filter((each) => each.days !== null);
    const verdict = factCount > 0 ? "FOUND" : whole ? "NONE" : reaching.length > 0 ? "PARTLY_COVERED" : "NOT_COVERED";
    return {
      verdict,
      basis: basisOf(verdict, factCount, covering, gaps),
      factCount,
      about,
      during,
      parts: covering.map(({ part, extent, days: covered }) => ({ ...part, extent, days: covered })),
      gaps,
      subjectId: subject.id,
    };
  }
}

function checkAskable(id: string, other: string | undefined, about: FactKindWord): void {
  const { type } = readId(id);
  if (other != null) {
    const isPair = type.name === "Country" && readId(other).type === type && id !== other;
    if (!isPair)
      throw inputError(`Query.coverage: "of" and "with" must be two different countries; got "${id}" with "${other}".`);
  }
  const kinds = (askable as Record<string, readonly FactKindWord[]>)[type.name];
  if (!kinds) {
    const others = Object.keys(askable).map((name) => `"${kebabCase(name)}:"`);
    throw inputError(`Query.coverage: "of" is an id that begins with ${others.join(", ")}; got "${id}".`);
  }
  if (!kinds.includes(about))
    throw inputError(`Query.coverage: for the type ${type.name}, "about" is one of ${kinds.join(", ")}; got ${about}.`);
}

/** The number of such facts in these days; for places and officials from their lists. */
async function toldIn(graph: Graph, subject: CoverageSubject, about: FactKindWord, during: string): Promise<number> {
  const { id, type } = subject;
  const { firstDay, lastDay } = readEdtf(during);
  const days = { first: firstDay ?? "0000", last: lastDay ?? "9999-12-31" };
  const countries = subject.countries.map((each) => each.id);
  const isOfStates = type === "Country" || type === "BilateralRelation";
  const number = async (query: string, parameters: object): Promise<number> =>
    ((await graph.read(query, { ...parameters })).at(0)?.at(-1) as number | undefined) ?? 0;
  const listed = (of: Askable, name: string, parent: string, filter: object): Promise<number> => {
    const relation = relationOf(classNamed(of), name)!;
    const condition = readFilter(relation.target(), filter);
    return number(countQuery(relation, condition), { parents: [parent], ...condition.parameters });
  };
  const overlaps = { overlaps: during };
  const both = countries.slice(1).map((each) => ({ some: { id: { eq: each } } }))[0];
  switch (about) {
    case "MEETINGS": {
      const filter = { status: { eq: "HELD" }, date: overlaps };
      if (isOfStates)
        return listed("Country", "meetings", countries[0]!, both ? { ...filter, countries: both } : filter);
      if (type === "Official") return listed(type, "meetings", id, filter);
      const [here, passing] = [
        listed("Place", "meetings", id, filter),
        listed("Place", "meetingsInPassing", id, filter),
      ];
      return (await here) + (await passing);
    }
    case "TENURES": {
      const ids = isOfStates ? (await graph.read(query("coverage/postsDuring"), { countries }))[0]![0] : [id];
      return number(query("coverage/tenuresDuring"), { ...days, ids });
    }
    case "RELATIONS": {
      const event = classNamed("RelationEvent");
      const of = countries.map((each) => ({ relation: { countries: { some: { id: { eq: each } } } } }));
      const condition = readFilter(event, { and: of, date: overlaps });
      return number(countAllQuery("RelationEvent", condition), condition.parameters);
    }
    case "FLOWS":
      return isOfStates
        ? number(query("coverage/flowsDuring"), { ...days, countries })
        : listed("Place", "flows", id, { period: overlaps });
  }
}

function basisOf(verdict: string, factCount: number, covering: PartCoverage[], gaps: Gap[]): string {
  const reaching = covering.filter(({ days }) => days !== null);
  const sources = [...new Set(reaching.map(({ part }) => part.sourceId))].join(", ");
  const some = reaching.some(({ extent }) => extent === "PART");
  switch (verdict) {
    case "FOUND":
      return `${factCount} reported; ${reaching.length === 0 ? "no source is known to cover these days" : gaps.length > 0 ? `not all is covered by ${sources}` : `covered by ${sources}${some ? ", in part" : ""}`}.`;
    case "NONE":
      return `None reported, though ${sources} would report it.`;
    case "PARTLY_COVERED":
      return gaps.length > 0
        ? `None reported; ${sources} would report it, but not for the whole question.`
        : `None reported; ${sources} would report some, and no source all.`;
    default:
      return covering.length === 0
        ? "No source reports such facts."
        : `Sources that report such facts don't cover these days: ${covering.map(({ part }) => `${part.sourceId} covers ${part.from ?? "…"} to ${part.until ?? "…"}`).join("; ")}.`;
  }
}
