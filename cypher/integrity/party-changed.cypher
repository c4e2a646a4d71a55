// The seats that people hold for a party, with their ties to it.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ r: DatedTie; party: string }[]} ties
// @row {{ party: string; reason: string | null; m: HeldMembership }[]} seats
UNWIND $ids AS id
CALL (id) {
  MATCH (p:Person {id: id})-[r:AFFILIATED_WITH]->(x:Party)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  RETURN collect({r: r{.*}, party: x.id}) AS ties
}
CALL (id) {
  MATCH (p:Person {id: id})<-[f:OF]-(a:Appointment)-[t:REPRESENTING]->(x:Party)
  WHERE f.recordedAt <= $knownAt AND f.retractedAt > $knownAt
    AND t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
  WITH a, x
  MATCH (q:Person {id: id})-[m:MEMBER_OF]->(b:Body)
  WHERE m.id = a.membership
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH x, m ORDER BY m.id
  RETURN collect({party: x.id, reason: m.reason, m: m{.*}}) AS seats
}
RETURN id, ties, seats
