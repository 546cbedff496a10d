MATCH (item:Post {organizationId: parent.id})
