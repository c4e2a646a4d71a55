// The people of a party who have a home in municipalities, or sit in their councils, on any day of a period.
// @param {string[]} ids
// @param {string} party
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {string} id
// @row {{ p: Person }[]} residents
// @row {{ p: Person }[]} councillors
UNWIND $ids AS id
CALL (id) {
  MATCH (x:Municipality {id: id})<-[h:AFFILIATED_WITH]-(p:Person)-[a:AFFILIATED_WITH]->(y:Party {id: $party})
  WHERE a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
    AND a.fromMin < $end AND a.untilMax > $start
    AND h.recordedAt <= $knownAt AND h.retractedAt > $knownAt
    AND h.fromMin < $end AND h.untilMax > $start
  WITH DISTINCT p
  RETURN collect({p: p{.*}}) AS residents
}
CALL (id) {
  MATCH (x:Municipality {id: id})<-[r:GOVERNS]-(b:Body)<-[m:MEMBER_OF]-(p:Person)-[a:AFFILIATED_WITH]->(y:Party {id: $party})
  WHERE a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
    AND a.fromMin < $end AND a.untilMax > $start
    AND r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
    AND r.fromMin < $end AND r.untilMax > $start
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
    AND m.fromMin < $end AND m.untilMax > $start
  WITH DISTINCT p
  RETURN collect({p: p{.*}}) AS councillors
}
RETURN id, residents, councillors
