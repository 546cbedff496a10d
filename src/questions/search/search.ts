import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Field, Float, Info, Int, ObjectType, Query, Resolver } from "type-graphql";
import { Entity } from "../../entities/Entity.ts";
import { EDTF, readEdtf } from "../../graph/edtf.ts";
import type { Context } from "../../graph/graph.ts";
import { wordOf } from "../../graph/model/casing.ts";
import { classNamed } from "../../graph/model/model.ts";
import { Page, PageInfo, readPage, type PageArguments, type Position } from "../../graph/page.ts";
import { RangeArguments } from "../../graph/connection.ts";
import { itemOf } from "../../graph/selection/items.ts";
import { parametersOf } from "../../graph/selection/returned.ts";
import { selectedFields } from "../../graph/selection/selectedFields.ts";

import { EntityKind, KindCount } from "../entityKind.ts";
import { labelsOf, times, weights } from "./searchKinds.ts";
import { SearchMatch, matchesOf } from "./searchMatches.ts";
import { countsQuery, pageQuery } from "./searchQueries.ts";
import { longestSearch, readWords } from "./searchWords.ts";

/** The maximum number of results ranked and counted. */
const mostFound = 10_000;

const ofKinds = { times: times(), weights: weights() };

@ObjectType({ simpleResolvers: true, description: "One search result." })
class SearchEdge {
  @Field(() => String, { description: "The cursor of this item, for `after` or `before`." })
  cursor!: string;
  @Field(() => Float, { description: "The relevance; higher is better. Only the order has a meaning." })
  score!: number;
  @Field(() => [SearchMatch], {
    description: "The matching texts, with the matches marked: name first, then aliases.",
  })
  matchedOn!: SearchMatch[];
  @Field(() => Entity, { description: "The entity." })
  node!: Entity;
}

@ObjectType({ simpleResolvers: true, description: "The number of search results in one decade." })
class DecadeCount {
  @Field(() => Int, { description: "The first year of the decade: 1990." })
  decade!: number;
  @Field(() => Int, { description: "The number of results." })
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: "Counts of all search results, not of one page." })
class SearchFacets {
  @Field(() => [KindCount], { description: "By kind, largest first." })
  countsByKind!: KindCount[];
  @Field(() => [DecadeCount], {
    description:
      "By decade of the date or beginning, oldest first: meetings, tenures, statements, changes in relations and sources. Excludes undated results, and others such as people and states.",
  })
  countsByDecade!: DecadeCount[];
}

@ObjectType({ simpleResolvers: true, description: "A page of search results, best first." })
class SearchConnection {
  @Field(() => [SearchEdge], { description: "The results, with cursors, scores and matches." })
  edges!: SearchEdge[];
  @Field(() => [Entity], { description: "The entities found." })
  nodes!: Entity[];
  @Field(() => PageInfo, { description: "The position of this page in the list." })
  pageInfo!: PageInfo;
  @Field(() => Int, { description: "The total number of results; a lower bound if `truncated`." })
  totalCount!: number;
  @Field(() => SearchFacets, { description: "The numbers of results by kind and decade." })
  facets!: SearchFacets;
  @Field(() => Boolean, {
    description: `Whether more than ${mostFound} match: only the best ${mostFound} are listed, and counts are lower bounds.`,
  })
  truncated!: boolean;
  @Field(() => Boolean, {
    description: "Whether similar spellings were included. Null on an empty page.",
    nullable: true,
  })
  similar!: boolean | null;
}

@Resolver()
export class SearchQuestion {
  @Query(() => SearchConnection, {
    description:
      "Finds entities by name, alias, summary and content. Every word must match, in full or as a beginning. " +
      "Ignores case and accents and tolerates a typo: `barcena`, `bercena` and `Bárcena` find the same. " +
      "Entities named by the whole text come first, then those with the words in their name; ties by number of connections.",
  })
  async search(
    @Arg("text", () => String, {
      description: `One or more words, at most ${longestSearch} characters.`,
    })
    text: string,
    @Arg("kinds", () => [EntityKind], { nullable: true, description: "Only these kinds." }) kinds: string[] | null,
    @Arg("during", () => EDTF, {
      nullable: true,
      description:
        "Only entities with a time that may overlap this date or interval: the date of an event, a tenure from beginning to end, " +
        "the days on which sources show an official in office (otherwise the official's life), a state from its founding. " +
        "An unknown end counts as open. Excludes failed nominations, cancelled meetings and entities without a known time: places, offices, topics, a state of unknown founding.",
    })
    during: string | null,
    @Arg("similar", () => Boolean, {
      nullable: true,
      description:
        "Whether to include spellings that differ by one letter. By default, only if nothing matches the words as typed.",
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
    const read: typeof graph.read = (...query) => (words.length === 0 ? Promise.resolve([]) : graph.read(...query));
    const reading = graph.reading("Query.search", classNamed("Entity"), info, page.limit);
    const { selection } = reading;
    const given = {
      ...found,
      ...parametersOf(selection),
      weights: ofKinds.weights,
      texts: selectedFields(info, "edges").has("matchedOn"),
      ...boundOf("after", page.after),
      ...boundOf("before", page.before),
      limit: page.limit + 1,
    };
    const rows = await read(pageQuery(page.backward, selection), given, reading);
    const answers = new Map<object, { score: number; matchedOn: () => SearchMatch[] }>();
    const placed = rows.map(([score, , texts, ...own]) => {
      const node = itemOf(own, selection);
      answers.set(node, { score: score as number, matchedOn: () => matchesIn(texts as Texts, words) });
      return { position: [String(score), node.id, ""] as Position, node };
    });
    const decades = selectedFields(info, "facets").has("countsByDecade");
    let counting: Promise<SearchCounts> | undefined;
    const counts = (): Promise<SearchCounts> =>
      (counting ??= read(countsQuery(), { ...found, decades }).then(countsOf));
    const list = new Page(page, placed, async () => (await counts()).total);
    return {
      nodes: list.nodes,
      edges: list.edges.map((edge) => ({ ...edge, ...answers.get(edge.node) })),
      pageInfo: list.pageInfo,
      totalCount: list.totalCount,
      facets: counts,
      truncated: async () => (await counts()).truncated,
      similar: (rows[0]?.[1] as boolean | undefined) ?? null,
    };
  }
}

type Texts = [
  name: string,
  aliases: string[] | null,
  summary: string | null,
  content: string | null,
  ...codes: (string | null)[],
];

function matchesIn([name, aliases, summary, content, ...codes]: Texts, words: string[]): SearchMatch[] {
  return matchesOf({ name, aliases, summary, content, codes: codes.filter((code) => code !== null) }, words);
}

interface SearchCounts {
  total: number;
  truncated: boolean;
  countsByKind: KindCount[];
  countsByDecade: DecadeCount[];
}

function countsOf(rows: unknown[][]): SearchCounts {
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
    countsByKind: [...kinds]
      .map(([kind, count]) => ({ kind, count }))
      .sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1)),
    countsByDecade: [...decades].map(([decade, count]) => ({ decade, count })).sort((a, b) => a.decade - b.decade),
  };
}

function boundOf(name: "after" | "before", position: Position | undefined): Record<string, unknown> {
  return { [`${name}Score`]: position ? Number(position[0]) : null, [`${name}Id`]: position?.[1] ?? null };
}
