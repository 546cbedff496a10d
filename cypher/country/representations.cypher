MATCH (item:Participation {onBehalfOfId: parent.id})
