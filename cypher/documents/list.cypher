// Documents in the order of their sort keys, after one of these.
// @param {string} after
// @param {number} limit
// @param {number} knownAt
// @row {string} key
// @row {Document} d
MATCH (d:Document)
WHERE d.sortKey > $after
  AND d.recordedAt <= $knownAt AND d.retractedAt > $knownAt
WITH d ORDER BY d.sortKey LIMIT $limit
RETURN d.sortKey AS key, d{.*} AS d
ORDER BY key
