// Ids are unique across kinds. Each traversal begins with this index.
CREATE CONSTRAINT node_id IF NOT EXISTS FOR (node:Node) REQUIRE node.id IS UNIQUE;

// Search ignores accents and case; claims have none of these properties, so they aren't in the index.
CREATE FULLTEXT INDEX node_text IF NOT EXISTS FOR (node:Node) ON EACH [node.name, node.aliases, node.summary, node.content]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'standard-folding' } };
