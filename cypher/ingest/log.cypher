// Adds a new edition, if it is one, and its changes.
MATCH (marker:Entente)
WHERE coalesce(marker.digest, "") <> $edition
SET marker.number = coalesce(marker.number, 0) + 1
CREATE (edition:Edition)
SET edition = $counts, edition.number = marker.number, edition.digest = $edition, edition.date = $date, edition.bundle = $name
WITH edition
UNWIND $changes AS change
CREATE (logged:Change {edition: edition.number})
SET logged += change
