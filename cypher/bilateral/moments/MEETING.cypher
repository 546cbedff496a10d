WHERE item.date IS NOT NULL
WITH item.dateFirst AS day, item.dateLast AS lastDay, item.id AS id, item.id AS mark, item.date AS date,
  CASE WHEN item.hostId IN $allOfFew THEN $many WHEN item.hostId IN $allOfMany THEN $few END AS actor,
  CASE WHEN item.hostId IN $allOfFew + $allOfMany THEN item.hostId END AS toward,
  [item.name, item.status] AS words, "" AS field
