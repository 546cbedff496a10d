WHERE NOT coalesce(item.status IN $never, false)
WITH item, [field IN ["entered", "presentedCredentials", "arrived", "appointed"] WHERE item[field] IS NOT NULL][0] AS field
WHERE item[field + "First"] IS NOT NULL
MATCH (official:Official&Node {id: item.officialId})
MATCH (post:Post&Node {id: item.postId})
WITH item[field + "First"] AS day, item[field + "Last"] AS lastDay, item.id AS id, item.id AS mark, item[field] AS date,
  post.countryId AS by, post.accreditedToId AS toward, [official.name, post.name, field, item.status] AS words, field
