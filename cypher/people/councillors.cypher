// The people who sit in the council of a municipality on any day of a period: the certain ones (rank 0) first, then by sort key.
// @param {string} municipality
// @param {number} limit
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {number} rank
// @row {string} key
// @row {Person} p
MATCH (x:Municipality {id: $municipality})<-[r:GOVERNS]-(b:Body)<-[m:MEMBER_OF]-(p:Person)
WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  AND r.fromMin < $end AND r.untilMax > $start
  AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  AND m.fromMin < $end AND m.untilMax > $start
  AND m.role <> 'SUBSTITUTE'
WITH p, min(CASE
  WHEN r.fromMax < $end AND r.untilMin > $start AND r.fromMax < r.untilMin
    AND m.fromMax < $end AND m.untilMin > $start AND m.fromMax < m.untilMin THEN 0
  ELSE 1 END) AS rank
ORDER BY rank, p.sortKey LIMIT $limit
RETURN rank, p.sortKey AS key, p{.*} AS p
ORDER BY rank, key
