import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Field, Float, Info, Int, ObjectType, Query, Resolver } from "type-graphql";
import { Entity } from "../../entities/Entity.ts";
import { EDTF, readEdtf } from "../../graph/edtf.ts";
import type { Context } from "../../graph/graph.ts";
import { pageSelection } from "../../graph/selectedFields.ts";
import { wordOf } from "../../graph/model/casing.ts";
import { Page, PageInfo, readPage, type PageArguments, type Position } from "../../graph/page.ts";
import { RangeArguments } from "../../graph/connection.ts";
import { selectedFields } from "../../graph/selectedFields.ts";
import { EntityKind } from "../entityKind.ts";
import { labelsOf, times, weights } from "./searchKinds.ts";
import { SearchMatch, matchesOf } from "./searchMatches.ts";
import { countsQuery, pageQuery } from "./searchQueries.ts";
import { longestSearch, readWords } from "./searchWords.ts";

/** How many are ranked and counted at most: the best of what has the words. */
const mostFound = 10_000;

const ofKinds = { times: times(), weights: weights() };

@ObjectType({ simpleResolvers: true, description: "One entity that a search found." })
class SearchEdge {
  @Field(() => String, { description: "Where it is in the list, for `after` or `before`." })
  cursor!: string;
  @Field(() => Float, { description: "How well it answers: higher is better. Only the order means something." })
  score!: number;
  @Field(() => [SearchMatch], {
    description: "The texts in which the words are, with the places marked: its name first, then its aliases.",
  })
  matchedOn!: SearchMatch[];
  @Field(() => Entity, { description: "The entity." })
  node!: Entity;
}

@ObjectType({ simpleResolvers: true, description: "How many of one kind a search found." })
class SearchKindCount {
  @Field(() => EntityKind, { description: "The kind." })
  kind!: string;
  @Field(() => Int, { description: "How many of it." })
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: "How much of what a search found is of one decade." })
class SearchDecadeCount {
  @Field(() => Int, { description: "The first year of the decade: 1990." })
  decade!: number;
  @Field(() => Int, { description: "How many of it." })
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: "What a search found, counted: all of it, not one page." })
class SearchFacets {
  @Field(() => [SearchKindCount], { description: "By kind, the most frequent first." })
  kinds!: SearchKindCount[];
  @Field(() => [SearchDecadeCount], {
    description:
      "By the decade in which it took place or began, the earliest first: meetings, tenures, statements, changes in relations and sources that have a date. What has a life of its own, such as people and states, is in none.",
  })
  decades!: SearchDecadeCount[];
}

@ObjectType({ simpleResolvers: true, description: "A page of what a search found, the best first." })
class SearchConnection {
  @Field(() => [SearchEdge], { description: "What was found, with cursors, scores and matches." })
  edges!: SearchEdge[];
  @Field(() => [Entity], { description: "What was found, where nothing else is wanted." })
  nodes!: Entity[];
  @Field(() => PageInfo, { description: "Where this page lies." })
  pageInfo!: PageInfo;
  @Field(() => Int, { description: "How many were found in all; at least so many, when `truncated`." })
  totalCount!: number;
  @Field(() => SearchFacets, { description: "How many were found of each kind and decade." })
  facets!: SearchFacets;
  @Field(() => Boolean, {
    description: `Whether more than ${mostFound} have the words: the best ${mostFound} are listed, and counts are lower bounds.`,
  })
  truncated!: boolean;
  @Field(() => Boolean, {
    description: "Whether what is spelled alike was found too. Null on an empty page.",
    nullable: true,
  })
  similar!: boolean | null;
}

@Resolver()
export class SearchQuestion {
  @Query(() => SearchConnection, {
    description:
      "Finds entities by name, alias, summary and content, of which every word must be found, as it is or as a beginning. " +
      "Accents and case don't matter, and a typo is forgiven: `barcena`, `bercena` and `Bárcena` find the same. " +
      "What the whole text names comes first; then what holds the words in its name; of equals, what more of the graph is connected with.",
  })
  async search(
    @Arg("text", () => String, {
      description: `What to look for: one or more words, at most ${longestSearch} characters.`,
    })
    text: string,
    @Arg("kinds", () => [EntityKind], { nullable: true, description: "Only these kinds." }) kinds: string[] | null,
    @Arg("during", () => EDTF, {
      nullable: true,
      description:
        "Only what has a time that can overlap this date or interval: the date of an event, a tenure from its beginning to its end, " +
        "the days on which sources show an official in office, else the official's life, a state from its founding. " +
        "An end that no source gives is open. What never was, a nomination that came to nothing or a cancelled meeting, is left out, and so is what has no time or none that is known: places, offices, topics, a state whose founding no source gives.",
    })
    during: string | null,
    @Arg("similar", () => Boolean, {
      nullable: true,
      description:
        "Whether what is spelled alike is found too, with one letter otherwise. Unless told, only where nothing has the words as they are typed.",
    })
    similar: boolean | null,
    @Args(() => RangeArguments) args: PageArguments,
    @Ctx() { graph }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const page = readPage("Query.search", { ...args, text, kinds, during, similar } as PageArguments);
    const { words, parameters } = readWords('Query.search: "text"', text);
    const days = during == null ? null : readEdtf(during);
    const found = {
      ...parameters,
      similar: similar ?? null,
      kinds: labelsOf("Query.search", kinds),
      times: ofKinds.times,
      firstDay: days && (days.firstDay ?? "0000"),
      lastDay: days && (days.lastDay ?? "9999-12-31"),
      most: mostFound,
    };
    const rows = await graph.read(pageQuery(page.backward), {
      ...found,
      weights: ofKinds.weights,
      texts: selectedFields(info, "edges").has("matchedOn"),
      ...boundOf("after", page.after),
      ...boundOf("before", page.before),
      limit: page.limit + 1,
    });
    const nodes = await graph.nodes(
      rows.map(([id]) => id as string),
      info,
      pageSelection(info),
    );
    const answers = new Map<object, { score: number; matchedOn: () => SearchMatch[] }>();
    const placed = rows.map(([id, score, , texts], index) => {
      const node = nodes[index]!;
      answers.set(node, { score: score as number, matchedOn: () => matchesIn(texts as Texts, words) });
      return { position: [String(score), id as string, ""] as Position, node };
    });
    const decades = selectedFields(info, "facets").has("decades");
    let counting: Promise<Counts> | undefined;
    const counts = (): Promise<Counts> =>
      (counting ??= graph.read(countsQuery(), { ...found, decades }).then(countsOf));
    const list = new Page(page, placed, async () => (await counts()).total);
    return {
      nodes: list.nodes,
      edges: list.edges.map((edge) => ({ ...edge, ...answers.get(edge.node) })),
      pageInfo: list.pageInfo,
      totalCount: list.totalCount,
      facets: counts,
      truncated: async () => (await counts()).truncated,
      similar: (rows[0]?.[2] as boolean | undefined) ?? null,
    };
  }
}

type Texts = [name: string, aliases: string[] | null, summary: string | null, content: string | null];

function matchesIn([name, aliases, summary, content]: Texts, words: string[]): SearchMatch[] {
  return matchesOf({ name, aliases, summary, content }, words);
}

interface Counts {
  total: number;
  truncated: boolean;
  kinds: { kind: string; count: number }[];
  decades: { decade: number; count: number }[];
}

function countsOf(rows: unknown[][]): Counts {
  const [kinds, decades] = [new Map<string, number>(), new Map<number, number>()];
  let [total, all] = [0, 0];
  for (const [label, decade, kept, found] of rows as [string, number | null, number, number][]) {
    total += kept;
    all += found;
    if (kept === 0) continue;
    kinds.set(wordOf(label), (kinds.get(wordOf(label)) ?? 0) + kept);
    if (decade !== null) decades.set(decade, (decades.get(decade) ?? 0) + kept);
  }
  return {
    total,
    truncated: all >= mostFound,
    kinds: [...kinds]
      .map(([kind, count]) => ({ kind, count }))
      .sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1)),
    decades: [...decades].map(([decade, count]) => ({ decade, count })).sort((a, b) => a.decade - b.decade),
  };
}

function boundOf(name: "after" | "before", position: Position | undefined): Record<string, unknown> {
  return { [`${name}Score`]: position ? Number(position[0]) : null, [`${name}Id`]: position?.[1] ?? null };
}
