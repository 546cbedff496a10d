RETURN kind, day, key, id, date, actor, toward, words, field
ORDER BY day, key LIMIT toInteger($limit)
