// The seats of bodies with what their bounds are computed from, those that were announced before they were held, and when their holders were on leave.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ m: Membership }[]} seats
// @row {{ a: Designated }[]} announced
// @row {{ l: OnLeave }[]} leaves
UNWIND $ids AS id
CALL (id) {
  MATCH (o:Body {id: id})<-[m:MEMBER_OF]-(p:Person)
  WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH m ORDER BY m.id
  RETURN collect({m: m{.*}}) AS seats
}
CALL (id) {
  MATCH (o:Body {id: id})<-[t:TO]-(a:Appointment)
  WHERE t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
    AND (a.designatedOn IS NOT NULL OR a.recordedAt > $knownAt)
  RETURN collect({a: a{.*}}) AS announced
}
CALL (id) {
  MATCH (o:Body {id: id})<-[t:TO]-(a:Appointment)-[l:ON_LEAVE]->(x:Leave)
  WHERE t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
    AND l.recordedAt <= $knownAt AND l.retractedAt > $knownAt
  WITH l ORDER BY l.id
  RETURN collect({l: l{.*}}) AS leaves
}
RETURN id, seats, announced, leaves
