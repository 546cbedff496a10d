WHERE item.heldFirst IS NOT NULL AND item.endedFirst IS NOT NULL
MATCH (official:Official&Node {id: item.officialId})
MATCH (post:Post&Node {id: item.postId})
WITH item.endedFirst AS day, item.endedLast AS lastDay, item.id AS id, item.id AS mark, item.ended AS date,
  post.countryId AS actor, post.accreditedToId AS toward, [official.name, post.name, item.endReason, item.status] AS words, "ended" AS field
