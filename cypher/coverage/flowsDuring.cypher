// The number of observations in some days: of the nationals of a state or at its places and borders; for two states,
// of the nationals of one at places and borders of the other.
UNWIND $countries AS country
CALL (country) {
  MATCH (flow:Flow {nationalityId: country})
  WHERE flow.sortKey <= $last AND flow.id >= "" AND size($countries) = 1
  RETURN flow
UNION
  MATCH (:Country&Node {id: country})<-[:IN_COUNTRY]-(:Place)<-[:PART_OF_PLACE]-{0,6}(place:Place)
  WITH DISTINCT country, place
  MATCH (flow:Flow {placeId: place.id})
  WHERE flow.sortKey <= $last AND flow.id >= ""
    AND (size($countries) = 1 OR flow.nationalityId IN $countries AND flow.nationalityId <> country)
  RETURN flow
UNION
  MATCH (:Country&Node {id: country})<-[:AT_BORDER_OF]-(flow:Flow)
  WHERE size($countries) = 1 OR flow.nationalityId IN $countries AND flow.nationalityId <> country
  RETURN flow
}
WITH DISTINCT flow WHERE flow.periodFirst <= $last AND flow.periodLast >= $first
RETURN count(flow)
