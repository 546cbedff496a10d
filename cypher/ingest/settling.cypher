MATCH (marker:Entente) RETURN marker.settling
