MERGE (marker:Entente {id: "entente"})
MERGE (:Lock {id: "ingestion"})
// A graph older than the log has an edition with an unknown history.
WITH marker WHERE marker.digest IS NOT NULL AND marker.number IS NULL
SET marker.number = 1
CREATE (:Edition {number: 1, digest: marker.digest, date: marker.date, isBeginning: true})
