MATCH (claim:Claim {valueEntityId: id}) WHERE claim.sortKey >= "" AND claim.id >= "" RETURN claim.subjectId AS found
