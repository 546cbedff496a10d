// How to take back the transaction that this is part of.
CREATE (:Undo {number: $number, undo: $undo})
