/** The statements of search: what is found, as one page of it in order, or counted. */
import { query } from "../../graph/queries.ts";

/** A page: rows of id, score, whether what is spelled alike was looked for, and, where wanted, the texts. */
export function pageStatement(backward: boolean): string {
  return [
    query("query/searchNamed"),
    query("query/search"),
    query("query/searchPage"),
    `WITH * ORDER BY ${backward ? "score, id DESC" : "score DESC, id"} LIMIT toInteger($limit)`,
    "RETURN id, score, similar, CASE WHEN $texts THEN [node.name, node.aliases, node.summary, node.content] END",
  ].join("\n");
}

/** All of it, counted: rows of label, decade, how many, and how many before kinds and time were looked at. */
export function countsStatement(): string {
  return `${query("query/search")}\n${query("query/searchCounts")}`;
}
