// The date belongs to the digest: it stays while the graph is unchanged.
MATCH (marker:Entente)
SET marker.date = CASE WHEN marker.digest = $edition THEN marker.date ELSE $date END,
    marker.digest = $edition,
    marker.settling = $settling
WITH marker WHERE $name IS NOT NULL
MERGE (bundle:Bundle {name: $name})
SET bundle.digest = $digest, bundle.readings = $readings
