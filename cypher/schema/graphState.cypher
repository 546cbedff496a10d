// Everything that a start needs from the graph, in one statement. A graph made by 0.1 has bundles but no lock.
OPTIONAL MATCH (marker:Entente)
RETURN COUNT { () } AS total, marker IS NOT NULL AS marked,
  EXISTS { (:Bundle) } AND NOT EXISTS { (:Lock) } AS earlier, marker.prepared AS prepared,
  COLLECT { MATCH (bundle:Bundle) RETURN [bundle.name, bundle.digest, bundle.readings] } AS bundles
