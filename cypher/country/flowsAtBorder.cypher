MATCH (parent:Country)<-[:AT_BORDER_OF]-(item:Flow)
