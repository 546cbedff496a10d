MATCH (item:Flow {nationalityId: parent.id})
