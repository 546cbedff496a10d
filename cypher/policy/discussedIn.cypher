MATCH (parent:Policy)-[:DISCUSSED_IN]->(item:Meeting)
