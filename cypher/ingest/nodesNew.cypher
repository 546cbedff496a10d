// The labels last: each index takes a node that is whole, and not each property in turn.
UNWIND $rows AS properties
CREATE (node)
SET node = properties
SET node:Node:$($label)
