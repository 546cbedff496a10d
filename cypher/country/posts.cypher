MATCH (item:Post {countryId: parent.id})
