// What is observed at the border is read in its order, a page at a time; so is what is observed of nationals.
MATCH (item:Flow {placeId: $border})
UNION
MATCH (few:Country&Node {id: $few})<-[:AT_BORDER_OF]-(item:Flow)
WHERE EXISTS { (item)-[:AT_BORDER_OF]->(:Country {id: $many}) }
UNION
MATCH (item:Flow {nationalityId: $few})
WHERE (EXISTS { (:Organization&Node {id: item.agencyId, countryId: $many}) }
  OR EXISTS { (:Place&Node {id: item.placeId})-[:IN_COUNTRY]->(:Country {id: $many}) }
  OR EXISTS { (item)-[:AT_BORDER_OF]->(:Country {id: $many}) })
UNION
MATCH (item:Flow {nationalityId: $many})
WHERE (EXISTS { (:Organization&Node {id: item.agencyId, countryId: $few}) }
  OR EXISTS { (:Place&Node {id: item.placeId})-[:IN_COUNTRY]->(:Country {id: $few}) }
  OR EXISTS { (item)-[:AT_BORDER_OF]->(:Country {id: $few}) })
