WHERE item.dateFirst IS NOT NULL
WITH item, [country IN COLLECT { MATCH (item)-[:SPOKEN_BY|SPOKEN_FOR]->(speaker:Node) RETURN speaker.countryId } WHERE country IN [$few, $many]][0] AS actor
WITH item.dateFirst AS day, item.dateLast AS lastDay, item.id AS id, item.id AS mark, item.date AS date,
  actor, CASE actor WHEN $few THEN $many WHEN $many THEN $few END AS toward, [item.name, item.content] AS words, "" AS field
