MATCH (item:Participation {meetingId: parent.id})
