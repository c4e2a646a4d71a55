// Seats that are first no longer in force on a day, and were as surely as is said, in the order of their ids, after one of these.
// @param {string} day
// @param {'CERTAIN' | 'POSSIBLE'} certainty
// @param {string} after
// @param {number} limit
// @param {number} knownAt
// @row {string} id
// @row {Membership} m
MATCH (p:Person)-[m:MEMBER_OF]->(b:Body)
WHERE m.untilMax = $day AND m.id > $after
  AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  AND m.fromMin < $day
  AND CASE WHEN m.untilMin = $day AND m.fromMax < $day THEN 'CERTAIN' ELSE 'POSSIBLE' END = $certainty
WITH m ORDER BY m.untilMax, m.id LIMIT $limit
RETURN m.id AS id, m{.*} AS m
ORDER BY id
