// How many tenures sources tell of in some days, in offices or of officials. One without an end is told of until the
// last day that shows it.
UNWIND $ids AS id
CALL (id) {
  MATCH (tenure:Tenure {postId: id})
  WHERE tenure.sortKey >= "" AND tenure.id >= ""
  RETURN tenure
UNION
  MATCH (tenure:Tenure {officialId: id})
  WHERE tenure.sortKey >= "" AND tenure.id >= ""
  RETURN tenure
}
WITH tenure, coalesce(tenure.attested, []) AS attested
WHERE NOT coalesce(tenure.status IN $never, false)
WITH
  coalesce(tenure.enteredFirst, tenure.presentedCredentialsFirst, tenure.arrivedFirst, tenure.appointedFirst,
    reduce(least = "~", each IN attested | CASE WHEN each < least THEN each ELSE least END)) AS first,
  coalesce(tenure.endedLast,
    reduce(most = "", each IN [tenure.enteredLast, tenure.presentedCredentialsLast, tenure.arrivedLast, tenure.appointedLast]
      + [each IN attested | split(each, "/")[-1] + "-99"] | CASE WHEN each > most THEN each ELSE most END)) AS last,
  tenure.endedFirst AS ended
WITH CASE first WHEN "~" THEN ended ELSE first END AS first, last
WHERE first <= $last AND last >= $first
RETURN count(*)
