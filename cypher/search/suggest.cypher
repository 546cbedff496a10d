// Sort keys that begin with the text come first, a name or family name; then entities with more edges. Skips both for
// entities named after others: one letter begins words in half of the graph.
CALL db.index.fulltext.queryNodes("node_text", $typed, {limit: toInteger($most)}) YIELD node, score AS relevance
WITH node, relevance, [label IN labels(node) WHERE label <> "Node"][0] AS kind
WHERE $kinds IS NULL OR kind IN $kinds
WITH node, kind, node.id AS id, relevance * $weights[kind] * CASE
  WHEN $weights[kind] > 1
    THEN (1 + log10(1 + COUNT { (node)--() }) / 5) * CASE WHEN node.sortKey STARTS WITH $folded THEN 2 ELSE 1 END
  ELSE 1 END AS score
ORDER BY score DESC, id LIMIT toInteger($limit)
RETURN id, kind, node.name, [text IN coalesce(node.aliases, []) + [node.isoAlpha2, node.isoAlpha3] WHERE text IS NOT NULL], node.summary,
  // The office last held; excludes failed nominations.
  head(COLLECT {
    MATCH (node)<-[:HELD_BY]-(tenure:Tenure)-[:IN_POST]->(post:Post)
    WHERE tenure.heldFirst < "unknown"
    RETURN post.name ORDER BY tenure.sortKey DESC, tenure.id LIMIT 1
  }),
  head(COLLECT {
    MATCH (node)-[:SERVED_STATE|IN_COUNTRY|OF_COUNTRY|SERVES|HOSTED_BY]->(country:Country)
    RETURN country.name ORDER BY country.sortKey, country.id LIMIT 1
  }),
  coalesce(node.birth, node.founded), coalesce(node.death, node.dissolved), node.date
