import { Arg, Args, ArgsType, Ctx, Field, Float, Info, Int, ObjectType, Query, Resolver } from "type-graphql";
import type { GraphQLResolveInfo } from "graphql";
import { Entity } from "../entities/Entity.ts";
import { inputError } from "../graph/errors.ts";
import { pageSelection, type Context } from "../graph/graph.ts";
import { entityTypes } from "../graph/model.ts";
import { Page, PageInfo, readPage, listArguments, type PageArguments, type Position } from "../graph/page.ts";
import { query } from "../graph/queries.ts";
import { capitals } from "../graph/steps.ts";
import { entityKind } from "./entityKind.ts";

/** How long a search may be, in characters. */
const longest = 200;

/** The kinds that search finds: every entity. Made when the schema is built, once the entities are known. */
export function searchQuestion(): new () => object {
  const EntityKind = entityKind();

  @ObjectType({ simpleResolvers: true, description: "One entity that a search found." })
  class SearchEdge {
    @Field(() => String, { description: "Where it is in the list, for `after` or `before`." })
    cursor!: string;
    @Field(() => Float, { description: "How well it answers: higher is better. Only the order means something." })
    score!: number;
    @Field(() => Entity, { description: "The entity." })
    node!: Entity;
  }

  @ObjectType({ simpleResolvers: true, description: "A page of what a search found, the best first." })
  class SearchConnection {
    @Field(() => [SearchEdge], { description: "What was found, with cursors and scores." })
    edges!: SearchEdge[];
    @Field(() => [Entity], { description: "What was found, where cursors and scores aren't wanted." })
    nodes!: Entity[];
    @Field(() => PageInfo, { description: "Where this page lies." })
    pageInfo!: PageInfo;
    @Field(() => Int, { description: "How many were found in all." })
    totalCount!: number;
  }

  class PageArgumentsOfSearch {}
  listArguments(PageArgumentsOfSearch.prototype);
  ArgsType()(PageArgumentsOfSearch);

  @Resolver()
  class Search {
    @Query(() => SearchConnection, {
      description:
        "Finds entities by name, alias, spelling, summary and content. Accents and case don't matter, and a typo is forgiven: `barcena`, `bercena` and `Bárcena` find the same.",
    })
    async search(
      @Arg("text", () => String, { description: `What to look for: one or more words, at most ${longest} characters.` })
      text: string,
      @Arg("kinds", () => [EntityKind], { nullable: true, description: "Only these kinds." }) kinds: string[] | null,
      @Args(() => PageArgumentsOfSearch) args: PageArguments,
      @Ctx() { graph }: Context,
      @Info() info: GraphQLResolveInfo,
    ) {
      const page = readPage("Query.search", { ...args, text, kinds } as PageArguments);
      const parameters = { text: luceneOf(text), labels: kinds?.map((kind) => typesByWord().get(kind)!) ?? null };
      const statement = query(page.backward ? "query/searchBackward" : "query/search");
      const rows = await graph.read(statement, {
        ...parameters,
        ...placeOf("after", page.after),
        ...placeOf("before", page.before),
        limit: page.limit + 1,
      });
      const nodes = await graph.nodes(
        rows.map(([id]) => id as string),
        info,
        pageSelection(info),
      );
      const found = rows.map(([id, score], index) => ({
        position: [String(score), id as string, ""] as Position,
        node: nodes[index]!,
        score: score as number,
      }));
      const total = async (): Promise<number> =>
        (await graph.read(query("query/searchCount"), parameters))[0]![0] as number;
      return new SearchPage(new Page(page, found, total), new Map(found.map(({ node, score }) => [node, score])));
    }
  }
  return Search;
}

class SearchPage {
  readonly #page: Page<object>;
  readonly #scores: Map<object, number>;

  constructor(page: Page<object>, scores: Map<object, number>) {
    this.#page = page;
    this.#scores = scores;
  }

  get nodes(): object[] {
    return this.#page.nodes;
  }

  get edges(): object[] {
    return this.#page.edges.map((edge) => ({ ...edge, score: this.#scores.get(edge.node) }));
  }

  get pageInfo(): PageInfo {
    return this.#page.pageInfo;
  }

  totalCount(): Promise<number> {
    return this.#page.totalCount();
  }
}

function placeOf(name: "after" | "before", position: Position | undefined): Record<string, unknown> {
  return { [`${name}Score`]: position ? Number(position[0]) : null, [`${name}Id`]: position?.[1] ?? null };
}

let byWord: Map<string, string> | undefined;
function typesByWord(): Map<string, string> {
  return (byWord ??= new Map(entityTypes().map((type) => [capitals(type.name), type.name])));
}

/**
 * The search in the language of Lucene: every word must be found, as it is, as a beginning, or with a typo.
 * Only letters and digits are left, so nothing of that language can be in what was typed.
 * @throws BAD_USER_INPUT when no word is left, or the text is too long.
 */
function luceneOf(text: string): string {
  const words =
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (words.length === 0)
    throw inputError(`Query.search: "text" has no word in it: ${JSON.stringify(text.slice(0, 40))}.`);
  if (text.length > longest)
    throw inputError(`Query.search: "text" is at most ${longest} characters; came ${text.length}.`);
  const telling = words.filter((each) => !stopWords.has(each));
  return (telling.length > 0 ? telling : words)
    .map((each) => `+(${each}^4 ${each}*^2 ${each.length > 3 ? `${each}~1` : each})`)
    .join(" ");
}

// The words that the index leaves out: the English set of Lucene's StandardAnalyzer. To ask for one would find nothing.
const stopWords = new Set(
  "a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with".split(
    " ",
  ),
);
