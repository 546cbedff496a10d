// What tells when missions were open, and their kinds and seats over time.
UNWIND $ids AS id
MATCH (item:Mission&Node {id: id})
RETURN id, {
  opened: item.opened,
  closed: item.closed,
  interruptions: coalesce(item.interruptions, []),
  attested: coalesce(item.attested, []),
  kind: item.kind,
  seatId: item.seatId,
  sendingStateId: item.sendingStateId,
  hostStateId: item.hostStateId,
  events: COLLECT {
    MATCH (item)<-[:CHANGED_MISSION]-(event:RelationEvent)
    WHERE event.date IS NOT NULL
    RETURN {date: event.date, kind: event.missionKind, seatId: event.missionSeatId} ORDER BY event.sortKey, event.id
  },
  postIds: COLLECT { MATCH (item)<-[:LEADS]-(post:Post) RETURN post.id ORDER BY post.id }
}
