WITH $kind AS kind, day, coalesce(lastDay, "9999-12-31") AS lastDay, $kind + " " + mark AS key, id, date, actor, toward, words, field
WHERE day <= $until AND lastDay >= $from
  AND (day > $lowDay OR (day = $lowDay AND key > $lowKey)) AND (day < $highDay OR (day = $highDay AND key < $highKey))
