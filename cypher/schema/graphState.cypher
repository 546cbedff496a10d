// All that a start needs to know of the graph, in one statement. A graph of the first form has bundles and no lock.
OPTIONAL MATCH (marker:Entente)
RETURN COUNT { () } AS total, marker IS NOT NULL AS marked,
  EXISTS { (:Bundle) } AND NOT EXISTS { (:Lock) } AS earlier, marker.prepared AS prepared,
  COLLECT { MATCH (bundle:Bundle) RETURN [bundle.name, bundle.digest] } AS bundles
