// The notes of a transaction and of all later ones.
MATCH (undo:Undo)
WHERE undo.number >= $number
DELETE undo
