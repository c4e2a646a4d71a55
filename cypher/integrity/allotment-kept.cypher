// The rights to fill seats of bodies, and the seats that are tied to those who have them.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ r: Allotment }[]} allotments
// @row {{ by: string; m: HeldMembership }[]} seats
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})<-[r:HAS_SEATS]-(x:Principal)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH r ORDER BY r.id
  RETURN collect({r: r{.*}}) AS allotments
}
CALL (id) {
  MATCH (b:Body {id: id})<-[r:HAS_SEATS]-(x:Principal)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH DISTINCT b, x
  MATCH (b)<-[o:TO]-(a:Appointment)-[t:BY|REPRESENTING]->(x)
  WHERE o.recordedAt <= $knownAt AND o.retractedAt > $knownAt
    AND t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
  WITH DISTINCT x, a
  MATCH (a)-[f:OF]->(p:Person)-[m:MEMBER_OF]->(c:Body {id: id})
  WHERE m.id = a.membership
    AND f.recordedAt <= $knownAt AND f.retractedAt > $knownAt
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH x, m ORDER BY m.id
  RETURN collect({by: x.id, m: m{.*}}) AS seats
}
RETURN id, allotments, seats
