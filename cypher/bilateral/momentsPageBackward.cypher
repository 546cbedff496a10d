RETURN kind, day, key, id, date, actor, toward, words, field
ORDER BY day DESC, key DESC LIMIT toInteger($limit)
