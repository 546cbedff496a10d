// Each transaction of an ingestion begins with this. A pending transaction of a killed process may still be
// committed: the next ingestion runs this too, and so waits for it.
MATCH (marker:Entente)
SET marker.writing = true
REMOVE marker.writing
