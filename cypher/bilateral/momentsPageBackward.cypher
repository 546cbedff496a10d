RETURN kind, day, key, id, date, by, toward, words, field
ORDER BY day DESC, key DESC LIMIT toInteger($limit)
