MATCH (undo:Undo)
WHERE undo.number >= 0
RETURN DISTINCT undo.number ORDER BY undo.number DESC
