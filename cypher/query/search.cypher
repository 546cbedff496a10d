// What a search finds: the first piece of its statements. What is spelled alike is looked for only where nothing has the
// words as they are typed, unless told: in a large graph each word has neighbours that nobody means.
CALL (*) {
  CALL db.index.fulltext.queryNodes("node_text", $typed, {limit: 1}) YIELD node
  RETURN coalesce($similar, count(node) = 0) AS similar
}
// What the whole text names comes first: by its name or an alias, then by what its lists sort by, a family name. Only what
// the index ranks highest can be that, and is compared.
CALL (*) {
  CALL db.index.fulltext.queryNodes("node_text", $whole, {limit: 500}) YIELD node
  WITH node, CASE
    WHEN any(name IN [node.name] + coalesce(node.aliases, []) WHERE size(name) = $length
      AND reduce(text = normalize(toLower(name), NFD), mark IN $marks | replace(text, mark, "")) = $folded) THEN 2
    WHEN node.sortKey = $folded THEN 1
    ELSE 0 END AS tier
  WHERE tier > 0
  RETURN collect(node) AS named, collect(tier) AS tiers
}
CALL db.index.fulltext.queryNodes("node_text", CASE WHEN similar THEN $alike ELSE $typed END, {limit: toInteger($most)})
  YIELD node, score AS relevance
WITH node, relevance, similar, named, tiers, [label IN labels(node) WHERE label <> "Node"][0] AS kind
WITH *, $times[kind] AS time
WITH *, ($kinds IS NULL OR kind IN $kinds) AND ($firstDay IS NULL OR time IS NOT NULL AND CASE
    WHEN node[time.shown] IS NOT NULL THEN any(span IN node[time.shown]
      WHERE split(span, "/")[0] <= $lastDay AND (split(span, "/")[-1] + "~" >= $firstDay OR span ENDS WITH ".."))
    ELSE coalesce(node[time.first], node[time.last]) IS NOT NULL
      AND coalesce(node[time.first], "0000") <= $lastDay AND coalesce(node[time.last], "9999-12-31") >= $firstDay
    END) AS kept
