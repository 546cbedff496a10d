MATCH (parent:Organization)<-[:OF_ORGANIZATION]-(item:Post)
