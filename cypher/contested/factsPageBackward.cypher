RETURN claim.sortKey, claim.id, predicate, claim.subjectId
ORDER BY claim.contested DESC, claim.shown DESC, claim.sortKey DESC, claim.id DESC, predicate DESC LIMIT toInteger($limit)
