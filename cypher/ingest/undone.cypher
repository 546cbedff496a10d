MATCH (undo:Undo {number: $number})
DELETE undo
