MATCH (tenure:Tenure)
WHERE tenure.postId IN $posts AND tenure.sortKey >= "" AND tenure.id >= "" AND tenure.datedBy IS NOT NULL
  AND tenure.heldFirst > "0000" AND tenure.heldFirst >= $from AND tenure.heldFirst <= $until
RETURN left(tenure.heldFirst, 4) AS year, tenure.postId, count(tenure)
