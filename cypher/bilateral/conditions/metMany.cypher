EXISTS { (item)<-[:IN_MEETING]-(:Participation {countryId: $many}) }
