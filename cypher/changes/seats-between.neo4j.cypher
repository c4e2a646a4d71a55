// At most so many of the seats whose start or end may lie on some of the days, in no order. An index finds those of a day; those of a period by two comparisons are found by one of these alone.
// @param {string[]} days
// @param {number} limit
// @param {number} knownAt
// @row {Membership} m
MATCH (p:Person)-[m:MEMBER_OF]->(b:Body)
WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  AND (m.fromMin IN $days
    OR m.fromMax IN $days
    OR m.untilMin IN $days
    OR m.untilMax IN $days)
WITH m LIMIT $limit
RETURN m{.*} AS m
