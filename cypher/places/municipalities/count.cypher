// How many municipalities may exist on a day.
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {number} count
MATCH (x:Municipality)
WHERE x.recordedAt <= $knownAt AND x.retractedAt > $knownAt
  AND (x.fromMin IS NULL OR (x.fromMin < $end AND x.untilMax > $start))
RETURN count(x) AS count
