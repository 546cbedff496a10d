MATCH (item:Organization&Node {id: parent.agencyId})
