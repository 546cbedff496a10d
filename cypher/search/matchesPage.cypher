WITH * ORDER BY score DESC, id LIMIT toInteger($limit)
WITH node AS item, score, similar, CASE WHEN $texts
  THEN [node.name, node.aliases, node.summary, node.content, node.isoAlpha2, node.isoAlpha3] END AS texts
