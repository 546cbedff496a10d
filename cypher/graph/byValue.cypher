// By one value of a list. The index is queried with the quoted value, so that nothing in it is Lucene syntax, and the
// results are compared again. If several have the value, the last row wins: that of the first id.
CALL db.index.fulltext.queryNodes($index, '"' + replace(replace(value, '\\', '\\\\'), '"', '\\"') + '"') YIELD node AS item
WITH value, item ORDER BY item.id DESC
WHERE value IN item[$property]
