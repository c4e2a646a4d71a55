// At most so many of the ties of people to parties whose start or end may lie on some of the days, in no order. An index finds those of a day; those of a period by two comparisons are found by one of these alone.
// @param {string[]} days
// @param {number} limit
// @param {number} knownAt
// @row {Affiliation} a
MATCH (p:Person)-[a:AFFILIATED_WITH]->(x:Party)
USING INDEX a:AFFILIATED_WITH(fromMin)
USING INDEX a:AFFILIATED_WITH(fromMax)
USING INDEX a:AFFILIATED_WITH(untilMin)
USING INDEX a:AFFILIATED_WITH(untilMax)
WHERE a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
  AND (a.fromMin IN $days
    OR a.fromMax IN $days
    OR a.untilMin IN $days
    OR a.untilMax IN $days)
WITH a LIMIT $limit
RETURN a{.*} AS a
