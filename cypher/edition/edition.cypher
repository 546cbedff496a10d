MATCH (marker:Entente)
WHERE marker.digest IS NOT NULL
RETURN marker.digest, marker.date, marker.number, COLLECT { MATCH (bundle:Bundle) RETURN bundle.name ORDER BY bundle.name }
