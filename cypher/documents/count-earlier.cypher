// How many earlier versions of documents pass a filter.
// @param {string} from
// @param {string} to
// @param {boolean} undated
// @param {string[] | null} words
// @param {number} knownAt
// @row {number} count
MATCH (x:Version)-[:OF]->(n:Document)
WHERE x.recordedAt <= $knownAt AND x.retractedAt > $knownAt
  AND CASE WHEN x.date IS NULL THEN $undated ELSE substring($from, 0, size(x.date)) <= x.date AND x.date <= substring($to, 0, size(x.date)) END
  AND ($words IS NULL OR ALL(word IN $words WHERE x.folded CONTAINS word))
RETURN count(x) AS count
