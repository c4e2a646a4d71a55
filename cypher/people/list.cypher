// People in the order of their sort keys, after one of these.
// @param {string} after
// @param {number} limit
// @param {number} knownAt
// @row {string} key
// @row {Person} p
MATCH (p:Person)
WHERE p.sortKey > $after
  AND p.recordedAt <= $knownAt AND p.retractedAt > $knownAt
WITH p ORDER BY p.sortKey LIMIT $limit
RETURN p.sortKey AS key, p{.*} AS p
ORDER BY key
