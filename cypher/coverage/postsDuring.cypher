// The offices in question for tenures: those of a state and those accredited to it, or for two states those
// of their missions to each other.
UNWIND $countries AS country
CALL (country) {
  MATCH (post:Post {countryId: country})
  WHERE post.sortKey >= "" AND post.id >= "" AND (size($countries) = 1 OR post.accreditedToId IN $countries)
  RETURN post
UNION
  MATCH (post:Post {accreditedToId: country})
  WHERE post.sortKey >= "" AND post.id >= "" AND (size($countries) = 1 OR post.countryId IN $countries)
  RETURN post
}
RETURN collect(DISTINCT post.id)
