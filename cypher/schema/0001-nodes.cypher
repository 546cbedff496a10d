// Every id names one node, whatever its kind. It is also how each traversal begins.
CREATE CONSTRAINT node_id IF NOT EXISTS FOR (node:Node) REQUIRE node.id IS UNIQUE;

// Search folds accents and case; a claim has none of these properties, so it isn't in the index.
CREATE FULLTEXT INDEX node_text IF NOT EXISTS FOR (node:Node) ON EACH [node.name, node.aliases, node.summary, node.content]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'standard-folding' } };
