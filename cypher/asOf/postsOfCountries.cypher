UNWIND $ids AS id
MATCH (post:Post {countryId: id})
WHERE post.sortKey >= "" AND post.id >= "" AND post.kind IN $kinds
RETURN id, collect(post.id)
