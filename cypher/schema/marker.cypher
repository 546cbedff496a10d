MERGE (marker:Entente {id: "entente"})
MERGE (:Lock {id: "ingestion"})
// A graph that was loaded before editions were logged has one, and how it came to that is not known.
WITH marker WHERE marker.digest IS NOT NULL AND marker.number IS NULL
SET marker.number = 1
CREATE (:Edition {number: 1, digest: marker.digest, date: marker.date, isBeginning: true})
