// Decisions that pass a filter, in the order of their sort keys, after one of these.
// @param {string} from
// @param {string} to
// @param {boolean} undated
// @param {Outcome[] | null} outcomes
// @param {string[] | null} words
// @param {string} after
// @param {number} limit
// @param {number} knownAt
// @row {string} key
// @row {Decision} x
MATCH (x:Decision)
WHERE x.sortKey > $after
  AND x.sortKey >= substring($from, 0, 4) AND x.sortKey <= $to + '~'
  AND x.recordedAt <= $knownAt AND x.retractedAt > $knownAt
  AND CASE WHEN x.date IS NULL THEN $undated ELSE substring($from, 0, size(x.date)) <= x.date AND x.date <= substring($to, 0, size(x.date)) END
  AND ($outcomes IS NULL OR x.outcome IN $outcomes)
  AND ($words IS NULL OR ALL(word IN $words WHERE x.folded CONTAINS word))
WITH x ORDER BY x.sortKey LIMIT $limit
RETURN x.sortKey AS key, x{.*} AS x
ORDER BY key
