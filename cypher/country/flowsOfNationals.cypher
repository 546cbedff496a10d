MATCH (parent:Country)<-[:OF_NATIONALITY]-(item:Flow)
