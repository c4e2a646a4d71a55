// Allocations that pass a filter, as they are now: by municipality, then in the order of their sort keys, after one of these.
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
MATCH (m:Municipality)<-[r:GIVEN_TO]-(x:Allocation)
WHERE m.sortKey >= $place AND (m.sortKey > $place OR x.sortKey > $after)
  AND r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  AND x.recordedAt <= $knownAt AND x.retractedAt > $knownAt
  AND ($subject IS NULL OR x.subject = $subject)
  AND ($year IS NULL OR x.year = $year)
WITH m, x ORDER BY m.sortKey, x.sortKey LIMIT $limit
RETURN m.sortKey AS place, x.sortKey AS key, x{.*} AS x, m{.*} AS m
ORDER BY place, key
