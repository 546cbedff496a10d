// Only totals, through the partial indexes of Flow: numbers of all ages and families, under any law, of one month.
// Excludes numbers that count part of them again.
CALL () {
  MATCH (flow:Flow {totalPlaceId: $border})
  WHERE flow.sortKey >= $from AND flow.sortKey <= $until AND flow.id >= "" AND flow.agencyId IS NOT NULL
  RETURN flow, "AT_COMMON_BORDER" AS series
UNION ALL
  WITH COLLECT { MATCH (body:Organization {countryId: $many}) WHERE body.sortKey >= "" AND body.id >= "" RETURN body.id } AS bodies
  MATCH (flow:Flow {totalNationalityId: $few})
  WHERE flow.sortKey >= $from AND flow.sortKey <= $until AND flow.id >= "" AND flow.agencyId IN bodies
  RETURN flow, $seriesOfFew AS series
UNION ALL
  WITH COLLECT { MATCH (body:Organization {countryId: $few}) WHERE body.sortKey >= "" AND body.id >= "" RETURN body.id } AS bodies
  MATCH (flow:Flow {totalNationalityId: $many})
  WHERE flow.sortKey >= $from AND flow.sortKey <= $until AND flow.id >= "" AND flow.agencyId IN bodies
  RETURN flow, $seriesOfMany AS series
}
WITH flow, series
WHERE flow.measure = "ENCOUNTERS" AND flow.count IS NOT NULL AND size(flow.period) = 7
RETURN series, flow.period, flow.id, flow.count, flow.qualifier, flow.agencyId
ORDER BY flow.period, flow.id
