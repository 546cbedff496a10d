// The log of editions is separate from the graph: its nodes aren't labelled Node, and no digest includes them.
CREATE CONSTRAINT edition_number IF NOT EXISTS FOR (edition:Edition) REQUIRE edition.number IS UNIQUE;
CREATE INDEX change_edition IF NOT EXISTS FOR (change:Change) ON (change.edition);
