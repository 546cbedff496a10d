// The number of tenures in some days, in offices or of officials. One without an end counts until the
// last day that shows it.
UNWIND $ids AS id
CALL (id) {
  MATCH (tenure:Tenure {postId: id})
  WHERE tenure.sortKey >= "" AND tenure.id >= ""
  RETURN tenure
UNION
  MATCH (tenure:Tenure {officialId: id})
  WHERE tenure.sortKey >= "" AND tenure.id >= ""
  RETURN tenure
}
WITH tenure
WHERE tenure.heldFirst <= $last AND tenure.shownLast >= $first
RETURN count(*)
