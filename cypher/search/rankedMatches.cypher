WHERE kept
// Of equal results, those with more edges come first.
WITH node, similar, node.id AS id,
  relevance * $weights[kind] * (1 + log10(1 + COUNT { (node)--() }) / 5)
    + 1000 * CASE WHEN node IN named
        THEN head([index IN range(0, size(named) - 1) WHERE named[index] = node | tiers[index]]) ELSE 0 END AS score
WHERE ($afterScore IS NULL OR score < $afterScore OR (score = $afterScore AND id > $afterId))
  AND ($beforeScore IS NULL OR score > $beforeScore OR (score = $beforeScore AND id < $beforeId))
