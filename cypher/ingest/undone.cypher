// The notes of a transaction and all later ones.
MATCH (undo:Undo)
WHERE undo.number >= $number
DELETE undo
