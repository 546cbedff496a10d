/** The statements of search: one page of results in order, or counts. */
import { query } from "../../graph/queries.ts";

/** A page: rows of id, score, whether similar spellings were included, and, if needed, the texts. */
export function pageStatement(backward: boolean): string {
  return [
    query("search/named"),
    query("search/found"),
    query("search/ranked"),
    query(backward ? "search/pageBackward" : "search/page"),
  ].join("\n");
}

/** Counts: rows of label, decade, number, and number before filtering by kinds and period. */
export function countsStatement(): string {
  return `${query("search/found")}\n${query("search/counts")}`;
}
