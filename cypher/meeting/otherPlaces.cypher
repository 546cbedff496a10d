MATCH (parent:Meeting)-[link:ALSO_HELD_AT]->(item:Place)
