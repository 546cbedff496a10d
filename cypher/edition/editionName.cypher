MATCH (marker:Entente)
WHERE marker.digest IS NOT NULL
RETURN marker.digest, marker.date
