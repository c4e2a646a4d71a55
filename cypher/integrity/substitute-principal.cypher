// The substitutes of bodies, and the seats that they step in for.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ m: HeldMembership }[]} substitutes
// @row {{ substitute: string; seat: string; holder: string; body: string }[]} ties
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})<-[m:MEMBER_OF]-(p:Person)
  WHERE m.role = 'SUBSTITUTE'
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH m ORDER BY m.id
  RETURN collect({m: m{.*}}) AS substitutes
}
CALL (id) {
  MATCH (b:Body {id: id})<-[o:TO]-(a:Appointment)-[t:SUBSTITUTE_FOR]->(x:Appointment)
  WHERE o.recordedAt <= $knownAt AND o.retractedAt > $knownAt
    AND t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
  WITH a, x
  MATCH (x)-[f:OF]->(q:Person)-[m:MEMBER_OF]->(c:Body)
  WHERE m.id = x.membership
    AND f.recordedAt <= $knownAt AND f.retractedAt > $knownAt
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH a, x, q, c ORDER BY a.id, x.id
  RETURN collect({substitute: a.membership, seat: x.membership, holder: q.id, body: c.id}) AS ties
}
RETURN id, substitutes, ties
