UNWIND $ids AS id
MATCH (tenure:Tenure {officialId: id})
WHERE tenure.sortKey >= "" AND tenure.id >= ""
RETURN id, collect(DISTINCT tenure.postId)
