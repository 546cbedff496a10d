MATCH (item:Official {countryId: parent.id})
