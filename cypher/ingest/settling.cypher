MATCH (marker:Entente {id: "entente"}) RETURN marker.settling
