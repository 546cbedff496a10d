import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from "type-graphql";
import { Entity } from "../../entities/Entity.ts";
import { EDTFDate } from "../../graph/edtf.ts";
import type { Context } from "../../graph/graph.ts";
import { GlobalID } from "../../graph/id.ts";
import { wordOf } from "../../graph/model/casing.ts";
import { query } from "../../graph/queries.ts";
import { EntityKind } from "../entityKind.ts";
import { labelsOf, weights } from "./searchKinds.ts";
import { TextSegment, markedIn } from "./searchMatches.ts";
import { longestSearch, readWords } from "./searchWords.ts";
import { LeadsTo } from "../leadsTo.ts";
import { readFirst } from "../within.ts";

/** The default and the maximum number of suggestions. */
const standard = 10;
const maximum = 20;
/** The maximum number ranked: one letter begins very many words. */
const mostRanked = 10_000;

const ofKinds = { weights: weights() };

@ObjectType({ simpleResolvers: true, description: "One suggestion for the text typed." })
class Suggestion {
  @LeadsTo("entity", () => Entity, "The entity.")
  @Field(() => GlobalID, { description: "The id of the entity." })
  entityId!: string;
  @Field(() => String, { description: "The text to show: the name, or the matching alias." })
  text!: string;
  @Field(() => [TextSegment], { description: "The text in pieces, with the typed part marked." })
  segments!: TextSegment[];
  @Field(() => EntityKind, { description: "Its kind." })
  kind!: string;
  @Field(() => String, {
    nullable: true,
    description:
      "What distinguishes the entity from others of that name: its name if an alias is shown, its kind, country and years. Null if none of these is known.",
  })
  line!: string | null;
}

@Resolver()
export class SuggestQuestion {
  @Query(() => [Suggestion], {
    description:
      "Completes a text as it is typed. For each word typed, the name or an alias of the entity has a word that begins with it. " +
      "Order: a name or family name that begins with the whole text, then words within names, then within aliases; countries, officials and entities with more relations first.",
  })
  async suggest(
    @Arg("prefix", () => String, {
      description: `The text typed so far, at most ${longestSearch} characters.`,
    })
    prefix: string,
    @Arg("kinds", () => [EntityKind], { nullable: true, description: "Only these kinds." }) kinds: string[] | null,
    @Arg("first", () => Int, { defaultValue: standard, description: `The number of suggestions, at most ${maximum}.` })
    first: number,
    @Ctx() { graph }: Context,
  ): Promise<Suggestion[]> {
    readFirst("Query.suggest", first, maximum);
    const { words, beginnings, parameters } = readWords('Query.suggest: "prefix"', prefix);
    if (words.length === 0) return [];
    const rows = await graph.read(query("search/suggest"), {
      typed: beginnings,
      folded: parameters.folded,
      kinds: labelsOf("Query.suggest", kinds),
      ...ofKinds,
      most: mostRanked,
      limit: first,
    });
    return (rows as SuggestionRow[]).map((row) => suggestionOf(row, words));
  }
}

type SuggestionRow = [
  id: string,
  label: string,
  name: string,
  aliases: string[] | null,
  summary: string | null,
  post: string | null,
  country: string | null,
  from: string | null,
  until: string | null,
  date: string | null,
];

function suggestionOf(row: SuggestionRow, words: string[]) {
  const [id, label, name, aliases] = row;
  const named = markedIn(name, words);
  const shown = [named, ...(aliases ?? []).map((alias) => markedIn(alias, words))].find(
    ({ found }) => found === words.length,
  );
  const { text, segments } = shown ?? named;
  return { entityId: id, text, segments, kind: wordOf(label), line: lineOf(row, text) };
}

function lineOf([, , name, , summary, post, country, from, until, date]: SuggestionRow, shown: string): string | null {
  const parts: string[] = [];
  const add = (text: string | null): void => {
    if (text !== null && ![shown, ...parts].some((part) => part.includes(text))) parts.push(text);
  };
  add(name);
  add(summary ?? post);
  add(country);
  if (from !== null || until !== null) add(`${yearOf(from)}–${yearOf(until)}`);
  if (date !== null && !shown.includes(date.slice(0, 4))) add(new EDTFDate(date).text);
  return parts.length > 0 ? parts.map((part) => part.replace(/\.$/, "")).join(", ") : null;
}

// The years of a life or of a state; an uncertain date stays unchanged.
function yearOf(date: string | null): string {
  return date === null ? "" : date.replace(/^(\d{4})-\d\d.*$/, "$1");
}
