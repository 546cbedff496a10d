MATCH (identity:Identity)
WHERE identity.sortKey >= "" AND identity.id >= "" AND identity.outcome = "UNDECIDED"
MATCH (one:Node {id: identity.formerId})
MATCH (other:Node {id: identity.entityId})
RETURN one.id, one.name, other.id, other.name, identity.score, identity.reason
ORDER BY identity.score DESC, one.id, other.id
