// The actor of an event was called `by` before version 0.2. The ids of these claims follow when their bundle is loaded again.
MATCH (event:RelationEvent) WHERE event.byId IS NOT NULL SET event.actorId = event.byId REMOVE event.byId;
MATCH (:RelationEvent)-[edge:CHANGED_BY]->() SET edge.predicate = "actor";
MATCH (event:RelationEvent) WHERE "by" IN coalesce(event.contested, []) + coalesce(event.someValue, []) + coalesce(event.noValue, [])
SET event.contested = [field IN event.contested | CASE field WHEN "by" THEN "actor" ELSE field END],
  event.someValue = [field IN event.someValue | CASE field WHEN "by" THEN "actor" ELSE field END],
  event.noValue = [field IN event.noValue | CASE field WHEN "by" THEN "actor" ELSE field END];
MATCH (claim:Claim {predicate: "by"})
SET claim.predicate = "actor", claim.sortKey = "actor" + substring(claim.sortKey, 2),
  claim.fields = ["actor"], claim.shownAgainst = CASE WHEN claim.shownAgainst IS NULL THEN null ELSE ["actor"] END;
