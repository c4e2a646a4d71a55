// How many elections lie in a period.
// @param {string} from
// @param {string} to
// @param {number} knownAt
// @row {number} count
MATCH (x:Election)
WHERE x.sortKey >= substring($from, 0, 4) AND x.sortKey <= $to + '~'
  AND x.recordedAt <= $knownAt AND x.retractedAt > $knownAt
  AND substring($from, 0, size(x.on)) <= x.on AND x.on <= substring($to, 0, size(x.on))
RETURN count(x) AS count
