// The sources as a footnote names them: with their publishers, and the title of what they are part of.
MATCH (source:Node {id: sourceId})
RETURN id, claim.id, claim.locator, claim.page, claim.file, claim.revision, claim.retrieved,
  sourceId, source.name, source.headline, source.kind, source.date, source.address,
  COLLECT { MATCH (source)-[edge:PUBLISHED_BY]->(publisher:Node) RETURN publisher.name ORDER BY edge.sortKey, publisher.id },
  head(COLLECT { MATCH (source)-[:PART_OF_SOURCE]->(whole:Node) RETURN whole.headline })
