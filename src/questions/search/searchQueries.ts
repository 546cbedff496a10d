/** The statements of search: what is found, as one page of it in order, or counted. */
import { query } from "../../graph/queries.ts";

/** A page: rows of id, score, whether what is spelled alike was looked for, and, where wanted, the texts. */
export function pageStatement(backward: boolean): string {
  return [
    query("search/named"),
    query("search/found"),
    query("search/ranked"),
    query(backward ? "search/pageBackward" : "search/page"),
  ].join("\n");
}

/** All of it, counted: rows of label, decade, how many, and how many before kinds and time were looked at. */
export function countsStatement(): string {
  return `${query("search/found")}\n${query("search/counts")}`;
}
