// The seats of people, and the days on which they were decided, designated or filled by an election.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ m: HeldMembership }[]} seats
// @row {{ a: Designated }[]} designated
// @row {{ membership: string; x: OfDay }[]} met
// @row {{ membership: string; x: OfDay }[]} itemised
// @row {{ membership: string; e: HeldElection }[]} elected
UNWIND $ids AS id
CALL (id) {
  MATCH (p:Person {id: id})-[m:MEMBER_OF]->(b:Body)
  WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH m ORDER BY m.id
  RETURN collect({m: m{.*}}) AS seats
}
CALL (id) {
  MATCH (p:Person {id: id})<-[f:OF]-(a:Appointment)
  WHERE f.recordedAt <= $knownAt AND f.retractedAt > $knownAt
    AND (a.designatedOn IS NOT NULL OR a.recordedAt > $knownAt)
  RETURN collect({a: a{.*}}) AS designated
}
CALL (id) {
  MATCH (p:Person {id: id})<-[f:OF]-(a:Appointment)-[t:DECIDED_AT]->(x:Meeting)
  WHERE f.recordedAt <= $knownAt AND f.retractedAt > $knownAt
    AND t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
  RETURN collect({membership: a.membership, x: x{.*}}) AS met
}
CALL (id) {
  MATCH (p:Person {id: id})<-[f:OF]-(a:Appointment)-[t:DECIDED_AT]->(i:AgendaItem)-[g:ON_AGENDA_OF]->(x:Meeting)
  WHERE f.recordedAt <= $knownAt AND f.retractedAt > $knownAt
    AND t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
    AND g.recordedAt <= $knownAt AND g.retractedAt > $knownAt
  RETURN collect({membership: a.membership, x: x{.*}}) AS itemised
}
CALL (id) {
  MATCH (p:Person {id: id})<-[f:OF]-(a:Appointment)-[t:ELECTED_AT]->(e:Election)
  WHERE f.recordedAt <= $knownAt AND f.retractedAt > $knownAt
    AND t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
  RETURN collect({membership: a.membership, e: e{.*}}) AS elected
}
RETURN id, seats, designated, met, itemised, elected
