MATCH (item:Tenure)
WHERE item.postId IN $posts AND item.sortKey >= "" AND item.id >= ""
RETURN item
