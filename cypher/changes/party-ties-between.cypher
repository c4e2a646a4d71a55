// At most so many of the ties of people to parties whose start or end may lie in (from, until], in no order.
// @param {string} from
// @param {string} until
// @param {number} limit
// @param {number} knownAt
// @row {Affiliation} a
MATCH (x:Party)<-[a:AFFILIATED_WITH]-(p:Person)
WHERE a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
  AND ((a.fromMin > $from AND a.fromMin <= $until)
    OR (a.fromMax > $from AND a.fromMax <= $until)
    OR (a.untilMin > $from AND a.untilMin <= $until)
    OR (a.untilMax > $from AND a.untilMax <= $until))
WITH a LIMIT $limit
RETURN a{.*} AS a
