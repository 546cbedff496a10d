// Bundles loaded before claims had a list of bundles are loaded again: remove their digest.
DROP INDEX claim_bundle IF EXISTS;

// Search covers entities with their own names. Numbers and participations are named after others: there are
// very many, and they would crowd out those others.
DROP INDEX node_text IF EXISTS;
CREATE FULLTEXT INDEX node_text IF NOT EXISTS
FOR (node:BilateralRelation|Country|Meeting|MigrationRoute|Official|Organization|Place|Policy|Post|RelationEvent|Source|Statement|Tenure|Topic)
ON EACH [node.name, node.aliases, node.summary, node.content]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'standard-folding' } };

// The id of a merged entity leads to the current one.
CREATE INDEX identity_former IF NOT EXISTS FOR (identity:Identity) ON (identity.formerId);

// Finds disputed facts directly.
CREATE INDEX claim_contested IF NOT EXISTS FOR (claim:Claim) ON (claim.contested, claim.shown, claim.sortKey, claim.id);

CREATE INDEX undo_number IF NOT EXISTS FOR (undo:Undo) ON (undo.number);
