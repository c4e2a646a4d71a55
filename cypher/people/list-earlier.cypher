// Earlier versions of people, of all or of one gender, in the order of their sort keys, after one of these.
// @param {string | null} gender
// @param {string} after
// @param {number} limit
// @param {number} knownAt
// @row {string} key
// @row {Person} x
MATCH (x:Version)-[:OF]->(n:Person)
WHERE x.sortKey > $after
  AND x.recordedAt <= $knownAt AND x.retractedAt > $knownAt
  AND ($gender IS NULL OR x.gender = $gender)
WITH x ORDER BY x.sortKey LIMIT $limit
RETURN x.sortKey AS key, x{.*} AS x
ORDER BY key
