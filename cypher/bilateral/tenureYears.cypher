MATCH (tenure:Tenure)
WHERE tenure.postId IN $posts AND tenure.sortKey >= "" AND tenure.id >= "" AND NOT coalesce(tenure.status IN $never, false)
WITH tenure, [field IN ["entered", "presentedCredentials", "arrived", "appointed"] WHERE tenure[field] IS NOT NULL][0] AS field
WHERE tenure[field + "First"] >= $from AND tenure[field + "First"] <= $until
RETURN left(tenure[field + "First"], 4) AS year, tenure.postId, count(tenure)
