"""Reads a GraphML or GEXF file with networkx and tells, as JSON, what it found: for tests/export."""

import json
import sys

import networkx

path = sys.argv[1]
graph = networkx.read_graphml(path) if path.endswith(".graphml") else networkx.read_gexf(path)
print(
    json.dumps(
        {
            "nodes": dict(graph.nodes(data=True)),
            "edges": [[source, target, data["relation"]] for source, target, data in graph.edges(data=True)],
        }
    )
)
