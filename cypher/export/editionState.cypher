// The edition, and whether an ingestion is being written: then some of it is there and some isn't.
MATCH (marker:Entente {id: "entente"})
RETURN marker.digest, marker.date, EXISTS { MATCH (undo:Undo) WHERE undo.number >= 0 }
