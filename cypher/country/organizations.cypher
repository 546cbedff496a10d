MATCH (parent:Country)<-[:OF_COUNTRY]-(item:Organization)
