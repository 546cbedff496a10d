// Bundles that were loaded before claims kept their bundles as a list are loaded anew: their digest is taken away.
DROP INDEX claim_bundle IF EXISTS;

// Search looks through what has words of its own. Numbers and parts in meetings are named after others: there are
// very many, and they would crowd out what they are named after.
DROP INDEX node_text IF EXISTS;
CREATE FULLTEXT INDEX node_text IF NOT EXISTS
FOR (node:BilateralRelation|Country|Meeting|MigrationRoute|Official|Organization|Place|Policy|Post|RelationEvent|Source|Statement|Tenure|Topic)
ON EACH [node.name, node.aliases, node.summary, node.content]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'standard-folding' } };

// An id that was found to be another's leads there.
CREATE INDEX identity_former IF NOT EXISTS FOR (identity:Identity) ON (identity.formerId);

// What sources differ about is found at once.
CREATE INDEX claim_contested IF NOT EXISTS FOR (claim:Claim) ON (claim.contested, claim.shown, claim.sortKey, claim.id);

CREATE INDEX undo_number IF NOT EXISTS FOR (undo:Undo) ON (undo.number);
