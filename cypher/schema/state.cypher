// All that a start needs to know of the graph, in one statement.
OPTIONAL MATCH (marker:Entente)
RETURN COUNT { () } AS total, marker IS NOT NULL AS marked, marker.prepared AS prepared,
  COLLECT { MATCH (bundle:Bundle) RETURN [bundle.name, bundle.digest] } AS bundles
