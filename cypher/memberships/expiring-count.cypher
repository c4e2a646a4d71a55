// How many seats in force in a period end by a day, whatever the unknown dates are, and how many people hold them.
// @param {string} start
// @param {string} end
// @param {string} before
// @param {number} knownAt
// @row {number} seats
// @row {number} people
MATCH (p:Person)-[m:MEMBER_OF]->(b:Body)
WHERE m.untilMax > $start AND m.untilMax <= $before AND m.fromMin < $end
  AND m.role <> 'SUBSTITUTE'
  AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
RETURN count(m) AS seats, count(DISTINCT p) AS people
