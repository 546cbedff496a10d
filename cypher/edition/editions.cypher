MATCH (edition:Edition)
WHERE edition.number >= 1
RETURN properties(edition) ORDER BY edition.number
