// The labels last: each index takes a node that is whole, and not each property in turn.
UNWIND $rows AS row
CREATE (node)
SET node = row.properties
SET node:Node:$($label)
