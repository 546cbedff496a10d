WHERE item.date IS NOT NULL
WITH item.dateFirst AS day, item.dateLast AS lastDay, item.id AS id, item.id AS mark, item.date AS date,
  item.actorId AS actor, item.towardId AS toward, [item.name] AS words, "date" AS field
