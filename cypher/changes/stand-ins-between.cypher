// At most so many of the stand-ins whose start or end may lie in (from, until], in no order.
// @param {string} from
// @param {string} until
// @param {number} limit
// @param {number} knownAt
// @row {StandIn} s
MATCH (a:Appointment)-[s:STOOD_IN]->(x:Node)
WHERE s.recordedAt <= $knownAt AND s.retractedAt > $knownAt
  AND ((s.fromMin > $from AND s.fromMin <= $until)
    OR (s.fromMax > $from AND s.fromMax <= $until)
    OR (s.untilMin > $from AND s.untilMin <= $until)
    OR (s.untilMax > $from AND s.untilMax <= $until))
WITH s LIMIT $limit
RETURN s{.*} AS s
