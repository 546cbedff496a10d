MATCH (parent:Meeting)<-[:PART_OF_MEETING]-(item:Meeting)
