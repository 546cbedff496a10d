// The results of a search, as part of its statements. By default, looks for similar spellings only if nothing matches
// the words as typed: in a large graph each word has neighbours that nobody means.
CALL (*) {
  CALL db.index.fulltext.queryNodes("node_text", $typed, {limit: 1}) YIELD node
  RETURN coalesce($similar, count(node) = 0) AS similar
}
CALL db.index.fulltext.queryNodes("node_text", CASE WHEN similar THEN $alike ELSE $typed END, {limit: toInteger($most)})
  YIELD node, score AS relevance
WITH *, [label IN labels(node) WHERE label <> "Node"][0] AS kind
WITH *, $times[kind] AS time
WITH *, ($kinds IS NULL OR kind IN $kinds) AND ($firstDay IS NULL OR time IS NOT NULL AND CASE
    WHEN node[time.shown] IS NOT NULL THEN any(span IN node[time.shown]
      WHERE split(span, "/")[0] <= $lastDay AND (split(span, "/")[-1] + "~" >= $firstDay OR span ENDS WITH ".."))
    // Excludes entities without any known day.
    ELSE node.heldFirst <= $lastDay AND node.heldLast >= $firstDay AND (node.heldFirst > "0000" OR node.heldLast < "open")
    END) AS kept
