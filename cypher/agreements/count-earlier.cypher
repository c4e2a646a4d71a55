// How many earlier versions of agreements pass a filter.
// @param {string[] | null} words
// @param {number} knownAt
// @row {number} count
MATCH (x:Version)-[:OF]->(n:Agreement)
WHERE x.recordedAt <= $knownAt AND x.retractedAt > $knownAt
  AND ($words IS NULL OR ALL(word IN $words WHERE x.folded CONTAINS word))
RETURN count(x) AS count
