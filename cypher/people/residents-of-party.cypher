// The people with a home in a municipality who belong to a party, on any day of a period.
// @param {string} municipality
// @param {string} party
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {string} id
// @row {Person} p
MATCH (x:Municipality {id: $municipality})<-[h:AFFILIATED_WITH]-(p:Person)-[a:AFFILIATED_WITH]->(y:Party {id: $party})
WHERE a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
  AND a.fromMin < $end AND a.untilMax > $start
  AND h.recordedAt <= $knownAt AND h.retractedAt > $knownAt
  AND h.fromMin < $end AND h.untilMax > $start
WITH DISTINCT p
RETURN p.id AS id, p{.*} AS p
ORDER BY id
