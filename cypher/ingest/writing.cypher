// Each transaction of an ingestion begins with this. One that is on its way when its process is killed may still be
// committed: whoever comes next does this too, and so waits for it.
MATCH (marker:Entente)
SET marker.writing = true
REMOVE marker.writing
