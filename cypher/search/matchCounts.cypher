WITH kind, kept, CASE WHEN $decades AND kept THEN left(node[time.day], 3) END AS decade
RETURN kind, CASE WHEN decade < "~" THEN toInteger(decade) * 10 END, sum(CASE WHEN kept THEN 1 ELSE 0 END), count(*)
