// The date is that of the digest: it stays while the graph does.
MATCH (marker:Entente)
SET marker.date = CASE WHEN marker.digest = $edition THEN marker.date ELSE $date END,
    marker.digest = $edition
WITH marker WHERE $name IS NOT NULL
MERGE (bundle:Bundle {name: $name})
SET bundle.digest = $digest
