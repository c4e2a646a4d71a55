// The people in the council of a municipality who belong to a party, on any day of a period.
// @param {string} municipality
// @param {string} party
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {string} id
// @row {Person} p
MATCH (x:Municipality {id: $municipality})<-[r:GOVERNS]-(b:Body)<-[m:MEMBER_OF]-(p:Person)-[a:AFFILIATED_WITH]->(y:Party {id: $party})
WHERE a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
  AND a.fromMin < $end AND a.untilMax > $start
  AND r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  AND r.fromMin < $end AND r.untilMax > $start
  AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  AND m.fromMin < $end AND m.untilMax > $start
WITH DISTINCT p
RETURN p.id AS id, p{.*} AS p
ORDER BY id
