WITH * ORDER BY score, id DESC LIMIT toInteger($limit)
RETURN id, score, similar, CASE WHEN $texts THEN [node.name, node.aliases, node.summary, node.content,
  [code IN [node.isoAlpha2, node.isoAlpha3] WHERE code IS NOT NULL]] END
