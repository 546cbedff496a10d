WHERE item[item.datedBy + "First"] = item.heldFirst
MATCH (official:Official&Node {id: item.officialId})
MATCH (post:Post&Node {id: item.postId})
WITH item.heldFirst AS day, item[item.datedBy + "Last"] AS lastDay, item.id AS id, item.id AS mark, item[item.datedBy] AS date,
  post.countryId AS actor, post.accreditedToId AS toward, [official.name, post.name, item.datedBy, item.status] AS words,
  item.datedBy AS field
