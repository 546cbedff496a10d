MATCH (parent:Flow)-[:AT_BORDER_OF]->(item:Country)
