MATCH (item:Participation {countryId: parent.id})
