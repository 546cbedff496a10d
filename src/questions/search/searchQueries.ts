/** The statements of search: what is found, as one page of it in order, or counted. */
import { query } from "../../graph/queries.ts";

/** A page: rows of id, score, whether what is spelled alike was looked for, and, where wanted, the texts. */
export function pageQuery(backward: boolean): string {
  return [
    query("search/namedMatches"),
    query("search/matches"),
    query("search/rankedMatches"),
    query(backward ? "search/matchesPageBackward" : "search/matchesPage"),
  ].join("\n");
}

/** All of it, counted: rows of label, decade, how many, and how many before kinds and time were looked at. */
export function countsQuery(): string {
  return `${query("search/matches")}\n${query("search/matchCounts")}`;
}
