// Earlier versions of parties that may exist on a day, in the order of their sort keys, after one of these.
// @param {string} after
// @param {number} limit
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {string} key
// @row {Party} x
MATCH (x:Version)-[:OF]->(n:Party)
WHERE x.sortKey > $after
  AND x.recordedAt <= $knownAt AND x.retractedAt > $knownAt
  AND (x.fromMin IS NULL OR (x.fromMin < $end AND x.untilMax > $start))
WITH x ORDER BY x.sortKey LIMIT $limit
RETURN x.sortKey AS key, x{.*} AS x
ORDER BY key
