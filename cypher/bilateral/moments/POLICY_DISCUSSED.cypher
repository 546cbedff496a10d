WHERE item.date IS NOT NULL
MATCH (item)<-[:DISCUSSED_IN]-(policy:Policy)
WITH item, policy, [country IN COLLECT { MATCH (policy)-[:ADVANCED_BY]->(actor:Node) RETURN DISTINCT CASE WHEN actor:Country THEN actor.id ELSE actor.countryId END } WHERE country IN [$few, $many]] AS sides
WITH item.dateFirst AS day, item.dateLast AS lastDay, policy.id AS id, policy.id + " " + item.id AS mark, item.date AS date,
  CASE WHEN size(sides) = 1 THEN sides[0] END AS actor, null AS toward, [policy.name, item.name] AS words, "discussedIn" AS field
