// The edition, and whether an ingestion is writing, so that the graph is incomplete.
MATCH (marker:Entente {id: "entente"})
RETURN marker.digest, marker.date, EXISTS { MATCH (undo:Undo) WHERE undo.number >= 0 }
