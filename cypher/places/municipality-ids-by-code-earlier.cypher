// The municipalities that had an official code at a time of the record, and are not as they were.
// @param {string} code
// @param {number} knownAt
// @row {string} id
MATCH (x:Version)-[:OF]->(n:Municipality)
WHERE x.code = $code
  AND x.recordedAt <= $knownAt AND x.retractedAt > $knownAt
RETURN n.id AS id
ORDER BY id
