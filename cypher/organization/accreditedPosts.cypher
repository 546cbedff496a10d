MATCH (item:Post {accreditedToOrganizationId: parent.id})
