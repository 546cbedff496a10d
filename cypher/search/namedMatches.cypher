// Entities named by the whole text come first: by name or alias, then by sort key, such as a family name. Compares only
// the best results of the index.
CALL () {
  CALL db.index.fulltext.queryNodes("node_text", $whole, {limit: 500}) YIELD node
  WITH node, CASE
    WHEN any(name IN [node.name, node.isoAlpha2, node.isoAlpha3] + coalesce(node.aliases, []) WHERE abs(size(name) - $length) < 4
      AND CASE WHEN name =~ '[ -~]*' THEN toLower(name)
        ELSE reduce(text = normalize(toLower(name), NFKD), fold IN $folds | replace(text, fold[0], fold[1])) END = $folded) THEN 2
    WHEN node.sortKey = $folded THEN 1
    ELSE 0 END AS tier
  WHERE tier > 0
  RETURN collect(node) AS named, collect(tier) AS tiers
}
