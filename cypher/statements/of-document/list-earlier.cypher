// Earlier versions of statements of a document that pass a filter, in the order of their sort keys, after one of these.
// @param {string[] | null} words
// @param {string} document
// @param {boolean | null} conflicting
// @param {string} after
// @param {number} limit
// @param {number} knownAt
// @row {string} key
// @row {Statement} x
MATCH (d:Document {id: $document})<-[i:`IN`]-(s:Source)
WHERE i.recordedAt <= $knownAt AND i.retractedAt > $knownAt
WITH collect(s.id) AS passages
MATCH (x:Version)-[:OF]->(n:Statement)
WHERE x.sortKey > $after
  AND x.recordedAt <= $knownAt AND x.retractedAt > $knownAt
  AND ANY(passage IN x.sources WHERE passage IN passages)
  AND ($words IS NULL OR ALL(word IN $words WHERE x.folded CONTAINS word))
  AND ($conflicting IS NULL OR $conflicting = EXISTS {
    MATCH (n)-[c:CONFLICTS_WITH]-(other:Statement)
    WHERE c.recordedAt <= $knownAt AND c.retractedAt > $knownAt
  })
WITH x ORDER BY x.sortKey LIMIT $limit
RETURN x.sortKey AS key, x{.*} AS x
ORDER BY key
