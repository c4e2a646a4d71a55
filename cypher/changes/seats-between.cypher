// At most so many of the seats whose start or end may lie in (from, until], in no order.
// @param {string} from
// @param {string} until
// @param {number} limit
// @param {number} knownAt
// @row {Membership} m
MATCH (p:Person)-[m:MEMBER_OF]->(b:Body)
WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  AND ((m.fromMin > $from AND m.fromMin <= $until)
    OR (m.fromMax > $from AND m.fromMax <= $until)
    OR (m.untilMin > $from AND m.untilMin <= $until)
    OR (m.untilMax > $from AND m.untilMax <= $until))
WITH m LIMIT $limit
RETURN m{.*} AS m
