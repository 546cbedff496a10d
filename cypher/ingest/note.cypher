// How to revert the transaction that contains this.
CREATE (:Undo {number: $number, undo: $undo})
