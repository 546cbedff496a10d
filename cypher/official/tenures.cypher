MATCH (item:Tenure {officialId: parent.id})
