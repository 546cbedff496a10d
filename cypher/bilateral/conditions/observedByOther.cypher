// Nationals of one: at a border, in a place or by a body of the other.
(EXISTS { (:Organization&Node {id: item.agencyId, countryId: CASE item.nationalityId WHEN $few THEN $many ELSE $few END}) }
  OR EXISTS { (:Place&Node {id: item.placeId})-[:IN_COUNTRY]->(:Country {id: CASE item.nationalityId WHEN $few THEN $many ELSE $few END}) }
  OR EXISTS { (item)-[:AT_BORDER_OF]->(:Country {id: CASE item.nationalityId WHEN $few THEN $many ELSE $few END}) })
