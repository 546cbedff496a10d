MATCH (parent:Policy)<-[:PART_OF_POLICY]-(item:Policy)
