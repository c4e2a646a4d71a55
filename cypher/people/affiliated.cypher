// The people who are affiliated with a party or municipality on any day of a period: the certain ones (rank 0) first, then by sort key.
// @param {string} principal
// @param {number} limit
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {number} rank
// @row {string} key
// @row {Person} p
MATCH (x:Principal {id: $principal})<-[a:AFFILIATED_WITH]-(p:Person)
WHERE a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
  AND a.fromMin < $end AND a.untilMax > $start
WITH p, min(CASE WHEN a.fromMax < $end AND a.untilMin > $start AND a.fromMax < a.untilMin THEN 0 ELSE 1 END) AS rank
ORDER BY rank, p.sortKey LIMIT $limit
RETURN rank, p.sortKey AS key, p{.*} AS p
ORDER BY rank, key
