// What rules of integrity look at in every body in which a seat was written, at a time of the record: when the body is there as recorded now, its seats, those that were announced before they were held, and when their holders were on leave.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ b: RuledBody }[]} bodies
// @row {{ m: Membership }[]} seats
// @row {{ c: Designated }[]} announced
// @row {{ l: OnLeave }[]} leaves
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})
  RETURN collect({b: b{.*}}) AS bodies
}
CALL (id) {
  MATCH (b:Body {id: id})<-[m:MEMBER_OF]-(p:Person)
  WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH m ORDER BY m.id
  RETURN collect({m: m{.*}}) AS seats
}
CALL (id) {
  MATCH (b:Body {id: id})<-[t:TO]-(c:Appointment)
  WHERE t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
    AND (c.designatedOn IS NOT NULL OR c.recordedAt > $knownAt)
  RETURN collect({c: c{.*}}) AS announced
}
CALL (id) {
  MATCH (b:Body {id: id})<-[t:TO]-(c:Appointment)-[l:ON_LEAVE]->(x:Leave)
  WHERE t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
    AND l.recordedAt <= $knownAt AND l.retractedAt > $knownAt
  WITH l ORDER BY l.id
  RETURN collect({l: l{.*}}) AS leaves
}
RETURN id, bodies, seats, announced, leaves
