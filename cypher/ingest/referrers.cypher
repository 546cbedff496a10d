MATCH (claim:Claim {valueEntityId: id}) USING INDEX SEEK claim:Claim(valueEntityId, sortKey, id) WHERE claim.sortKey >= "" AND claim.id >= "" RETURN claim.subjectId AS found
