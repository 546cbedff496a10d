MATCH (few:Country&Node {id: $few})<-[:AT_BORDER_OF]-(item:Flow)
WHERE EXISTS { (item)-[:AT_BORDER_OF]->(:Country {id: $many}) }
RETURN item
