WITH kind, kept, CASE WHEN node[time.day] < "~" THEN toInteger(left(node[time.day], 3)) * 10 END AS decade
RETURN kind, decade, sum(CASE WHEN kept THEN 1 ELSE 0 END), count(*)
