MATCH (change:Change)
WHERE change.edition > $from AND change.edition <= $to
RETURN change.change, change.ids ORDER BY change.edition
