CALL db.index.fulltext.queryNodes("node_text", $text) YIELD node
WHERE ($labels IS NULL OR any(label IN $labels WHERE label IN labels(node)))
RETURN count(node)
