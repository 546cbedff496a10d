UNWIND $ids AS id
MATCH (claim:Claim&Node {id: id})
WITH id, claim, claim.sourceId AS sourceId
