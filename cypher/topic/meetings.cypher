MATCH (parent:Topic)<-[:HAS_TOPIC]-(item:Meeting)
