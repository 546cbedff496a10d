UNWIND $rows AS row
MERGE (node:Node {id: row.id})
SET node:$(row.label), node += row.properties
FOREACH (claim IN CASE WHEN row.label = "Claim" THEN [node] ELSE [] END | SET claim.bundle = $bundle)
