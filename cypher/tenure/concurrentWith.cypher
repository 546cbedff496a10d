MATCH (parent:Tenure)-[:CONCURRENT_WITH]-(item:Tenure)
