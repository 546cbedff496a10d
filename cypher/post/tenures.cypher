MATCH (item:Tenure {postId: parent.id})
