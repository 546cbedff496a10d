RETURN claim.sortKey, claim.id, predicate, subject.id
ORDER BY claim.contested, claim.shown, claim.sortKey, claim.id, predicate LIMIT toInteger($limit)
