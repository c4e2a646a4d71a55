// Seats in force in a period that end by a day, whatever the unknown dates are, the soonest first, after one of these.
// @param {string} start
// @param {string} end
// @param {string} before
// @param {string} afterEnd
// @param {string} afterId
// @param {number} limit
// @param {number} knownAt
// @row {string} ends
// @row {string} id
// @row {Membership} m
MATCH (p:Person)-[m:MEMBER_OF]->(b:Body)
WHERE m.untilMax > $start AND m.untilMax <= $before AND m.fromMin < $end
  AND m.role <> 'SUBSTITUTE'
  AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  AND (m.untilMax > $afterEnd OR (m.untilMax = $afterEnd AND m.id > $afterId))
WITH m ORDER BY m.untilMax, m.id LIMIT $limit
RETURN m.untilMax AS ends, m.id AS id, m{.*} AS m
ORDER BY ends, id
