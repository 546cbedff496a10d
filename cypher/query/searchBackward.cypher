CALL db.index.fulltext.queryNodes("node_text", $text) YIELD node, score
WHERE ($labels IS NULL OR any(label IN $labels WHERE label IN labels(node)))
WITH node.id AS id, score
WHERE ($afterScore IS NULL OR score < $afterScore OR (score = $afterScore AND id > $afterId))
  AND ($beforeScore IS NULL OR score > $beforeScore OR (score = $beforeScore AND id < $beforeId))
RETURN id, score ORDER BY score, id DESC LIMIT toInteger($limit)
