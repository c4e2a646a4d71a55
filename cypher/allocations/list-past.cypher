// Allocations that pass a filter, by the municipalities as they were called at a time of the record, after one of these.
// @param {string | null} subject
// @param {number | null} year
// @param {string} place
// @param {string} after
// @param {number} limit
// @param {number} knownAt
// @row {string} place
// @row {string} key
// @row {Allocation} x
// @row {Place} m
MATCH (m:Municipality)
OPTIONAL MATCH (m)<-[:OF]-(v:Version)
WHERE v.recordedAt <= $knownAt AND v.retractedAt > $knownAt
WITH m, coalesce(v.sortKey, m.sortKey) AS place
MATCH (m)<-[r:GIVEN_TO]-(x:Allocation)
WHERE (place > $place OR (place = $place AND x.sortKey > $after))
  AND r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  AND x.recordedAt <= $knownAt AND x.retractedAt > $knownAt
  AND ($subject IS NULL OR x.subject = $subject)
  AND ($year IS NULL OR x.year = $year)
WITH m, place, x ORDER BY place, x.sortKey LIMIT $limit
RETURN place, x.sortKey AS key, x{.*} AS x, m{.*} AS m
ORDER BY place, key
