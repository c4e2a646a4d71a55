// Seats that become possible on a day and were certain, in the order of their ids, after one of these.
// @param {string} day
// @param {string} after
// @param {number} limit
// @param {number} knownAt
// @row {string} id
// @row {Membership} m
MATCH (p:Person)-[m:MEMBER_OF]->(b:Body)
WHERE m.untilMin = $day AND m.id > $after
  AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  AND m.untilMax > $day AND m.fromMax < $day
WITH m ORDER BY m.untilMin, m.id LIMIT $limit
RETURN m.id AS id, m{.*} AS m
ORDER BY id
