// The seats that people declined, with the bodies, at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ m: MembershipSummary; b: Body }[]} seats
UNWIND $ids AS id
CALL (id) {
  MATCH (p:Person {id: id})-[m:DECLINED]->(b:Body)
  WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  RETURN collect({m: m{.*}, b: b{.*}}) AS seats
}
RETURN id, seats
