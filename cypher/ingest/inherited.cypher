// What sorts as its target does takes the target's key: those written, and those whose target was.
UNWIND $ids AS id
MATCH (node:Node {id: id})
CALL (node) {
  MATCH (node)-[:$($type)]->(from:Node)
  RETURN node AS item, from
UNION
  MATCH (node)<-[:$($type)]-(item:Node)
  RETURN item, node AS from
}
SET item.sortKey = from.sortKey
