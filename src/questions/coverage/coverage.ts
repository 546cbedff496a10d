/** Whether silence means anything: for a thing, a time and a kind of fact, what sources cover it, and what is told. */
import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from "type-graphql";
import { Entity } from "../../entities/Entity.ts";
import { FactKind, Source } from "../../entities/Source.ts";
import { enumeration } from "../../graph/model/declare.ts";
import { EDTF, readEdtf } from "../../graph/edtf.ts";
import { inputError } from "../../graph/errors.ts";
import { readFilter } from "../../graph/filter.ts";
import type { Context, Graph } from "../../graph/graph.ts";
import { GlobalID, readId } from "../../graph/id.ts";
import { classNamed, relationOf } from "../../graph/model/model.ts";
import { kebabCase } from "../../graph/model/casing.ts";
import { query } from "../../graph/queries.ts";
import { countAllQuery, countQuery } from "../../graph/listQueries.ts";
import { coveredBy, type PartCoverage, type Gap } from "./coveringParts.ts";
import { askable, pairSubject, type Askable, type FactKindWord, type Subject } from "./subject.ts";
import type { Period } from "./days.ts";
import { sourceParts, subjectOf } from "./readCoverage.ts";
import { LeadsTo } from "../leadsTo.ts";

const Verdict = enumeration("CoverageVerdict", "What an answer, or its absence, means.", {
  FOUND: "Sources tell of such facts. `gaps` says in which days there may be more of them.",
  NONE: "Sources cover the whole time, and tell of none: as far as they know, there was none.",
  PARTLY_COVERED:
    "Nothing is told, and sources cover only some of the days, or only some of what is asked: there may have been.",
  NOT_COVERED: "Nothing is told, and no source here would tell: the silence means nothing.",
});

const ExtentOfPart = enumeration("CoverageExtent", "How much of what is asked a part of a source would tell.", {
  WHOLE: "All that its own words say, of what is asked.",
  PART: "Some of it only: of the relations of a state, those with another one; of the offices of a person, some.",
});

@ObjectType({ simpleResolvers: true, description: "Days, both included." })
class DaysCovered {
  @Field(() => GraphQLLocalDate, { nullable: true, description: "The first day. Null when it is open." })
  from!: string | null;
  @Field(() => GraphQLLocalDate, { nullable: true, description: "The last day. Null when it is open." })
  until!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "Days that no source here covers." })
class CoverageGap extends DaysCovered {
  @Field(() => String, { description: "Of what: `heads of mission of Mexico to United States`." })
  what!: string;
}

@ObjectType({ simpleResolvers: true, description: "A part of a source that would tell of what is asked, in its time." })
class CoveringPart {
  @Field(() => String, { description: "The part, in words: `chiefs of mission to countries`." })
  part!: string;
  @Field(() => EDTF, { nullable: true, description: "From when it covers. Null when it is not known." })
  from!: string | null;
  @Field(() => EDTF, { nullable: true, description: "Until when it covers. Null when it goes on until it was read." })
  until!: string | null;
  @Field(() => ExtentOfPart, { description: "How much of what is asked it would tell." })
  extent!: string;
  @Field(() => DaysCovered, {
    nullable: true,
    description: "Which of the days that are asked it covers. Null when none: it ends before, or begins after.",
  })
  days!: Period | null;
  @LeadsTo("source", () => Source, "The source.")
  readonly sourceId!: string;
}

@ObjectType("CoverageAnswer", { simpleResolvers: true, description: "What sources cover, and what an absence means." })
class CoverageAnswer {
  @Field(() => Verdict, { description: "What the answer, or its absence, means." })
  verdict!: string;
  @Field(() => String, { description: "Why, in a sentence." })
  basis!: string;
  @Field(() => Int, { description: "How many facts of the kind sources tell of in these days." })
  factCount!: number;
  @Field(() => FactKind, { description: "The kind of fact." })
  about!: FactKindWord;
  @Field(() => EDTF, { description: "The time." })
  during!: string;
  @Field(() => [CoveringPart], {
    description: "The parts of sources that would tell of it, at these days or at others, by the ids of the sources.",
  })
  parts!: CoveringPart[];
  @Field(() => [CoverageGap], { description: "The days that no source covers, each with what it leaves uncovered." })
  gaps!: Gap[];
  @LeadsTo("of", () => Entity, "What it was asked of; of two countries, the first.")
  readonly subjectId!: string;
}

@Resolver()
export class CoverageQuestion {
  @Query(() => CoverageAnswer, {
    nullable: true,
    description:
      "Whether sources here would tell of facts of a kind, in a time: tells none from not covered. " +
      "Of a country, a pair of countries, an official, an office or a place. Null when nothing has the id.",
  })
  async coverage(
    @Arg("of", () => GlobalID, { description: "The id of what is asked of." }) of: string,
    @Arg("with", () => GlobalID, {
      nullable: true,
      description:
        "Of a country, the other one of a pair: sources of a pair may be asked for where no relation of the two is known.",
    })
    other: string | undefined,
    @Arg("during", () => EDTF, { description: "The time: `2023-12-27`, `2022`, `2017/2021`." }) during: string,
    @Arg("about", () => FactKind, { description: "The kind of fact." }) about: FactKindWord,
    @Ctx() { graph }: Context,
  ): Promise<CoverageAnswer | null> {
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
      throw inputError(`Query.coverage: "with" makes a pair of two countries; came "${id}" with "${other}".`);
  }
  const kinds = (askable as Record<string, readonly FactKindWord[]>)[type.name];
  if (!kinds) {
    const others = Object.keys(askable).map((name) => `"${kebabCase(name)}:"`);
    throw inputError(`Query.coverage: "of" is an id that begins with ${others.join(", ")}; came "${id}".`);
  }
  if (!kinds.includes(about))
    throw inputError(`Query.coverage: of a ${type.name} ask ${kinds.join(", ")}; came ${about}.`);
}

/** How many facts of the kind are told in these days; of places and officials those of their lists. */
async function toldIn(graph: Graph, subject: Subject, about: FactKindWord, during: string): Promise<number> {
  const { id, type } = subject;
  const { firstDay, lastDay } = readEdtf(during);
  const days = { first: firstDay ?? "0000", last: lastDay ?? "9999-12-31" };
  const countries = subject.countries.map((each) => each.id);
  const isOfStates = type === "Country" || type === "BilateralRelation";
  const number = async (statement: string, parameters: object): Promise<number> =>
    ((await graph.read(statement, { ...parameters })).at(0)?.at(-1) as number | undefined) ?? 0;
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
      return `${factCount} told of; ${reaching.length === 0 ? "no source is known to cover these days" : gaps.length > 0 ? `not all is covered by ${sources}` : `covered by ${sources}${some ? ", in part" : ""}`}.`;
    case "NONE":
      return `None is told of, and ${sources} would tell.`;
    case "PARTLY_COVERED":
      return gaps.length > 0
        ? `None is told of; ${sources} would tell, but not of all that is asked.`
        : `None is told of; ${sources} would tell of some, and nothing would tell of all.`;
    default:
      return covering.length === 0
        ? "No source here tells of such facts."
        : `Sources that tell of such facts don't reach these days: ${covering.map(({ part }) => `${part.sourceId} covers ${part.from ?? "…"} to ${part.until ?? "…"}`).join("; ")}.`;
  }
}
