// How many allocations pass a filter.
// @param {string | null} subject
// @param {number | null} year
// @param {number} knownAt
// @row {number} count
MATCH (x:Allocation)
WHERE x.recordedAt <= $knownAt AND x.retractedAt > $knownAt
  AND ($subject IS NULL OR x.subject = $subject)
  AND ($year IS NULL OR x.year = $year)
RETURN count(x) AS count
