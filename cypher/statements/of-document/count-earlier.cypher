// How many earlier versions of statements of a document pass a filter.
// @param {string[] | null} words
// @param {string} document
// @param {boolean | null} conflicting
// @param {number} knownAt
// @row {number} count
MATCH (d:Document {id: $document})<-[i:`IN`]-(s:Source)
WHERE i.recordedAt <= $knownAt AND i.retractedAt > $knownAt
WITH collect(s.id) AS passages
MATCH (x:Version)-[:OF]->(n:Statement)
WHERE x.recordedAt <= $knownAt AND x.retractedAt > $knownAt
  AND ANY(passage IN x.sources WHERE passage IN passages)
  AND ($words IS NULL OR ALL(word IN $words WHERE x.folded CONTAINS word))
  AND ($conflicting IS NULL OR $conflicting = EXISTS {
    MATCH (n)-[c:CONFLICTS_WITH]-(other:Statement)
    WHERE c.recordedAt <= $knownAt AND c.retractedAt > $knownAt
  })
RETURN count(x) AS count
