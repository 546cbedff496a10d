MATCH (item:Tenure {residentAtId: parent.id})
