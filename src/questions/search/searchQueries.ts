/** The queries of search: one page of results in order, or counts. */
import { query } from "../../graph/queries.ts";

/** A page: rows of id, score, whether similar spellings were included, and, if needed, the texts. */
export function pageQuery(backward: boolean): string {
  return [
    query("search/namedMatches"),
    query("search/matches"),
    query("search/rankedMatches"),
    query(backward ? "search/matchesPageBackward" : "search/matchesPage"),
  ].join("\n");
}

/** Counts: rows of label, decade, number, and number before filtering by kinds and period. */
export function countsQuery(): string {
  return `${query("search/matches")}\n${query("search/matchCounts")}`;
}
