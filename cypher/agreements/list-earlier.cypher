// Earlier versions of agreements that pass a filter, in the order of their sort keys, after one of these.
// @param {string[] | null} words
// @param {string} after
// @param {number} limit
// @param {number} knownAt
// @row {string} key
// @row {Agreement} x
MATCH (x:Version)-[:OF]->(n:Agreement)
WHERE x.sortKey > $after
  AND x.recordedAt <= $knownAt AND x.retractedAt > $knownAt
  AND ($words IS NULL OR ALL(word IN $words WHERE x.folded CONTAINS word))
WITH x ORDER BY x.sortKey LIMIT $limit
RETURN x.sortKey AS key, x{.*} AS x
ORDER BY key
