// How many earlier versions of statements pass a filter.
// @param {string[] | null} words
// @param {boolean | null} conflicting
// @param {number} knownAt
// @row {number} count
MATCH (x:Version)-[:OF]->(n:Statement)
WHERE x.recordedAt <= $knownAt AND x.retractedAt > $knownAt
  AND ($words IS NULL OR ALL(word IN $words WHERE x.folded CONTAINS word))
  AND ($conflicting IS NULL OR $conflicting = EXISTS {
    MATCH (n)-[c:CONFLICTS_WITH]-(other:Statement)
    WHERE c.recordedAt <= $knownAt AND c.retractedAt > $knownAt
  })
RETURN count(x) AS count
