// Earlier versions of people in the order of their sort keys, after one of these.
// @param {string} after
// @param {number} limit
// @param {number} knownAt
// @row {string} key
// @row {Person} x
MATCH (x:Version)-[:OF]->(n:Person)
WHERE x.sortKey > $after
  AND x.recordedAt <= $knownAt AND x.retractedAt > $knownAt
WITH x ORDER BY x.sortKey LIMIT $limit
RETURN x.sortKey AS key, x{.*} AS x
ORDER BY key
