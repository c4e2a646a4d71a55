// The ids of bodies in which somebody sits on any day of a period who is of a party on any day of it.
// @param {string} party
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {string} id
MATCH (x:Party {id: $party})<-[a:AFFILIATED_WITH]-(p:Person)
WHERE a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
  AND a.fromMin < $end AND a.untilMax > $start
MATCH (p)-[m:MEMBER_OF]->(b:Body)
WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  AND m.fromMin < $end AND m.untilMax > $start
RETURN DISTINCT b.id AS id
ORDER BY id
