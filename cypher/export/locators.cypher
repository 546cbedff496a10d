// The locators in each source for some entities or claims.
UNWIND $ids AS id
CALL (id) {
  MATCH (claim:Claim {subjectId: id})
  WHERE claim.sortKey >= "" AND claim.id >= ""
  RETURN claim
UNION
  MATCH (claim:Claim&Node {id: id})
  RETURN claim
}
WITH claim.sourceId AS source, claim
RETURN source, collect(DISTINCT claim.locator), max(claim.retrieved)
