// The seats of bodies with what their bounds are computed from, and those that were announced before they were held.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ m: Membership }[]} seats
// @row {{ a: Designated }[]} announced
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
RETURN id, seats, announced
