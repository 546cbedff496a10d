// How many numbers were observed in some days: of the nationals of a state or at its places, or of the nationals of one
// of two states at places of the other.
CALL () {
  MATCH (flow:Flow {nationalityId: $id})
  WHERE flow.sortKey <= $last AND flow.id >= ""
  RETURN flow
UNION
  MATCH (country:Country&Node {id: $id})<-[:IN_COUNTRY]-(:Place)<-[:PART_OF_PLACE]-{0,6}(place:Place)
  MATCH (flow:Flow {placeId: place.id})
  WHERE flow.sortKey <= $last AND flow.id >= ""
  RETURN flow
UNION
  MATCH (country:Country&Node {id: $id})<-[:AT_BORDER_OF]-(flow:Flow)
  RETURN flow
UNION
  MATCH (pair:BilateralRelation&Node {id: $id})-[:BETWEEN]->(nation:Country)
  MATCH (pair)-[:BETWEEN]->(where:Country)
  WHERE nation.id <> where.id
  MATCH (where)<-[:IN_COUNTRY]-(:Place)<-[:PART_OF_PLACE]-{0,6}(place:Place)
  MATCH (flow:Flow {placeId: place.id})
  WHERE flow.sortKey <= $last AND flow.id >= "" AND flow.nationalityId = nation.id
  RETURN flow
}
WITH flow WHERE flow.periodFirst <= $last AND flow.periodLast >= $first
RETURN count(flow)
