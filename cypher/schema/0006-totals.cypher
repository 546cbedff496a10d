// Flows loaded before totals had their own indexes.
MATCH (flow:Flow)
WHERE flow.citizenship IS NULL AND flow.demographic IS NULL AND flow.legalAuthority IS NULL AND flow.per IS NULL
  AND (flow.placeId IS NULL) <> (flow.nationalityId IS NULL)
SET flow.totalPlaceId = flow.placeId, flow.totalNationalityId = flow.nationalityId;
