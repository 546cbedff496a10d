RETURN claim.sortKey, claim.id, predicate, claim.subjectId
ORDER BY claim.contested, claim.shown, claim.sortKey, claim.id, predicate LIMIT toInteger($limit)
