MATCH (item:Organization {countryId: parent.id})
