// The bodies that appointed, nominated, delegated or decided on the seats of people, with when these were designated or decided.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ m: HeldMembership }[]} seats
// @row {{ a: Designated; body: Existing }[]} appointers
// @row {{ membership: string; x: OfDay; body: Existing }[]} met
// @row {{ membership: string; x: OfDay; body: Existing }[]} itemised
UNWIND $ids AS id
CALL (id) {
  MATCH (p:Person {id: id})-[m:MEMBER_OF]->(b:Body)
  WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH m ORDER BY m.id
  RETURN collect({m: m{.*}}) AS seats
}
CALL (id) {
  MATCH (p:Person {id: id})<-[f:OF]-(a:Appointment)-[t:BY|NOMINATED_BY|DELEGATED_BY]->(body:Body)
  WHERE f.recordedAt <= $knownAt AND f.retractedAt > $knownAt
    AND t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
  WITH a, body ORDER BY a.id, body.id
  RETURN collect({a: a{.*}, body: body{.*}}) AS appointers
}
CALL (id) {
  MATCH (p:Person {id: id})<-[f:OF]-(a:Appointment)-[t:DECIDED_AT]->(x:Meeting)-[h:HELD_BY]->(body:Body)
  WHERE f.recordedAt <= $knownAt AND f.retractedAt > $knownAt
    AND t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
    AND h.recordedAt <= $knownAt AND h.retractedAt > $knownAt
  WITH a, x, body ORDER BY a.id, body.id
  RETURN collect({membership: a.membership, x: x{.*}, body: body{.*}}) AS met
}
CALL (id) {
  MATCH (p:Person {id: id})<-[f:OF]-(a:Appointment)-[t:DECIDED_AT]->(i:AgendaItem)-[g:ON_AGENDA_OF]->(x:Meeting)-[h:HELD_BY]->(body:Body)
  WHERE f.recordedAt <= $knownAt AND f.retractedAt > $knownAt
    AND t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
    AND g.recordedAt <= $knownAt AND g.retractedAt > $knownAt
    AND h.recordedAt <= $knownAt AND h.retractedAt > $knownAt
  WITH a, x, body ORDER BY a.id, body.id
  RETURN collect({membership: a.membership, x: x{.*}, body: body{.*}}) AS itemised
}
RETURN id, seats, appointers, met, itemised
