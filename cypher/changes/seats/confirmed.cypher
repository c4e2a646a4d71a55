// Seats that become certain on a day and were possible, in the order of their ids, after one of these.
// @param {string} day
// @param {string} after
// @param {number} limit
// @param {number} knownAt
// @row {string} id
// @row {Membership} m
MATCH (p:Person)-[m:MEMBER_OF]->(b:Body)
WHERE m.fromMax = $day AND m.id > $after
  AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  AND m.fromMin < $day AND m.untilMin > $day
WITH m ORDER BY m.fromMax, m.id LIMIT $limit
RETURN m.id AS id, m{.*} AS m
ORDER BY id
