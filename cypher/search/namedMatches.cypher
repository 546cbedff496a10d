// What the whole text names comes first: by its name or an alias, then by what its lists sort by, a family name. Only what
// the index ranks highest can be that, and is compared.
CALL () {
  CALL db.index.fulltext.queryNodes("node_text", $whole, {limit: 500}) YIELD node
  WITH node, CASE
    WHEN any(name IN [node.name] + coalesce(node.aliases, []) WHERE size(name) = $length
      AND reduce(text = normalize(toLower(name), NFD), mark IN $marks | replace(text, mark, "")) = $folded) THEN 2
    WHEN node.sortKey = $folded THEN 1
    ELSE 0 END AS tier
  WHERE tier > 0
  RETURN collect(node) AS named, collect(tier) AS tiers
}
