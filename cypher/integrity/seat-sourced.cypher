// The seats of people, and the ties of their appointments, that name no source.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {string[]} seats
// @row {{ membership: string; kind: string; toId: string }[]} ties
UNWIND $ids AS id
CALL (id) {
  MATCH (p:Person {id: id})-[m:MEMBER_OF]->(b:Body)
  WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
    AND (m.sources IS NULL OR size(m.sources) = 0)
  WITH m ORDER BY m.id
  RETURN collect(m.id) AS seats
}
CALL (id) {
  MATCH (p:Person {id: id})<-[o:OF]-(a:Appointment)-[t:BY|DELEGATED_BY|NOMINATED_BY|REPRESENTING|SUBSTITUTE_FOR|SUBSTITUTE_OF|REPLACES|DECIDED_AT|DEPENDS_ON|ELECTED_AT]->(x:Node)
  WHERE o.recordedAt <= $knownAt AND o.retractedAt > $knownAt
    AND t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
    AND (t.sources IS NULL OR size(t.sources) = 0)
  WITH a, t, x ORDER BY t.id
  RETURN collect({membership: a.membership, kind: type(t), toId: x.id}) AS ties
}
RETURN id, seats, ties
