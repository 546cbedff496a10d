// By one value of a list. The index is asked for the value in quotes, so that nothing in it is of Lucene's language; what
// it finds is compared. Should several have the value, the last row counts: that of the first id.
CALL db.index.fulltext.queryNodes($index, '"' + replace(replace(value, '\\', '\\\\'), '"', '\\"') + '"') YIELD node AS item
WITH value, item ORDER BY item.id DESC
WHERE value IN item[$property]
