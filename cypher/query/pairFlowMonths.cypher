// Only totals: a number of all ages and families, under any law, of one month. What counts one part of them again is left out.
CALL () {
  MATCH (flow:Flow {placeId: $border})
  WHERE flow.sortKey >= $from AND flow.sortKey <= $until AND flow.id >= "" AND flow.nationalityId IS NULL
  RETURN flow, "AT_COMMON_BORDER" AS series
UNION
  MATCH (flow:Flow {nationalityId: $few})
  WHERE flow.sortKey >= $from AND flow.sortKey <= $until AND flow.id >= "" AND flow.placeId IS NULL
    AND EXISTS { (:Organization&Node {id: flow.agencyId, countryId: $many}) }
  RETURN flow, $seriesOfFew AS series
UNION
  MATCH (flow:Flow {nationalityId: $many})
  WHERE flow.sortKey >= $from AND flow.sortKey <= $until AND flow.id >= "" AND flow.placeId IS NULL
    AND EXISTS { (:Organization&Node {id: flow.agencyId, countryId: $few}) }
  RETURN flow, $seriesOfMany AS series
}
WITH flow, series
WHERE flow.measure = "ENCOUNTERS" AND flow.count IS NOT NULL AND flow.demographic IS NULL AND flow.citizenship IS NULL
  AND flow.legalAuthority IS NULL AND flow.per IS NULL AND flow.agencyId IS NOT NULL AND size(flow.period) = 7
RETURN series, flow.period, flow.id, flow.count, flow.qualifier, flow.agencyId
ORDER BY flow.period, flow.id
