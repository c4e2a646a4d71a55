// How many statements pass a filter.
// @param {string[] | null} words
// @param {string | null} document
// @param {boolean | null} conflicting
// @param {number} knownAt
// @row {number} count
MATCH (x:Statement)
WHERE x.recordedAt <= $knownAt AND x.retractedAt > $knownAt
  AND ($words IS NULL OR ALL(word IN $words WHERE x.folded CONTAINS word))
  AND ($document IS NULL OR EXISTS {
    MATCH (d:Document {id: $document})<-[i:`IN`]-(s:Source)
    WHERE s.id IN x.sources AND i.recordedAt <= $knownAt AND i.retractedAt > $knownAt
  })
  AND ($conflicting IS NULL OR $conflicting = EXISTS {
    MATCH (x)-[c:CONFLICTS_WITH]-(other:Statement)
    WHERE c.recordedAt <= $knownAt AND c.retractedAt > $knownAt
  })
RETURN count(x) AS count
