MATCH (item:Post {accreditedToId: parent.id})
