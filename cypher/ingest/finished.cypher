MATCH (undo:Undo)
WHERE undo.number >= 0
DELETE undo
