// The log of editions stands beside the graph: no node of it is a Node, and no digest knows it.
CREATE CONSTRAINT edition_number IF NOT EXISTS FOR (edition:Edition) REQUIRE edition.number IS UNIQUE;
CREATE INDEX change_edition IF NOT EXISTS FOR (change:Change) ON (change.edition);
