RETURN kind, day, key, id, date, by, toward, words, field
ORDER BY day, key LIMIT toInteger($limit)
