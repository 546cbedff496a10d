// Set labels last, so that each index receives a complete node instead of each property in turn.
UNWIND $rows AS properties
CREATE (node)
SET node = properties
SET node:Node:$($label)
