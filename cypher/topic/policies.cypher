MATCH (parent:Topic)<-[:ADDRESSES]-(item:Policy)
