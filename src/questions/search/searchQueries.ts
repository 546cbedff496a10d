/** The queries of search: one page of results in order, or counts. */
import { query } from "../../graph/queries.ts";
import { returned } from "../../graph/selection/returned.ts";
import { alone } from "../../graph/selection/selection.ts";

/** A page: rows of score, whether similar spellings were included, the texts if needed, and what is selected of each. */
export function pageQuery(backward: boolean, selection = alone): string {
  return [
    query("search/namedMatches"),
    query("search/matches"),
    query("search/rankedMatches"),
    query(backward ? "search/matchesPageBackward" : "search/matchesPage"),
    `RETURN score, similar, texts, ${returned(selection)}`,
  ].join("\n");
}

/** Counts: rows of label, decade, number, and number before filtering by kinds and period. */
export function countsQuery(): string {
  return `${query("search/matches")}\n${query("search/matchCounts")}`;
}
