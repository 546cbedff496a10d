// Both took part; and in no larger meeting of which it is a part, unless parts are asked for.
EXISTS { (item)<-[:IN_MEETING]-(other:Participation) WHERE other.countryId IN $allOfMany }
  AND ($parts OR NOT EXISTS {
    (item)-[:PART_OF_MEETING]->(whole:Meeting)<-[:IN_MEETING]-(other:Participation)
    WHERE other.countryId IN $allOfMany AND EXISTS { (whole)<-[:IN_MEETING]-(own:Participation) WHERE own.countryId IN $allOfFew }
  })
