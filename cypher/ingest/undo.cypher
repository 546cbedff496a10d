MATCH (undo:Undo {number: $number})
RETURN undo.undo
