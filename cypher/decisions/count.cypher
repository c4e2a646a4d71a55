// How many decisions pass a filter.
// @param {string} from
// @param {string} to
// @param {boolean} undated
// @param {Outcome[] | null} outcomes
// @param {string[] | null} words
// @param {number} knownAt
// @row {number} count
MATCH (x:Decision)
WHERE x.sortKey >= substring($from, 0, 4) AND x.sortKey <= $to + '~'
  AND x.recordedAt <= $knownAt AND x.retractedAt > $knownAt
  AND CASE WHEN x.date IS NULL THEN $undated ELSE substring($from, 0, size(x.date)) <= x.date AND x.date <= substring($to, 0, size(x.date)) END
  AND ($outcomes IS NULL OR x.outcome IN $outcomes)
  AND ($words IS NULL OR ALL(word IN $words WHERE x.folded CONTAINS word))
RETURN count(x) AS count
