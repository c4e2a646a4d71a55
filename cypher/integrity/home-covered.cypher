// The seats of bodies whose holders represent municipalities, and the municipalities that the bodies cover.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ r: DatedTie }[]} covers
// @row {{ of: string; m: HeldMembership }[]} seats
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})-[r:COVERS]->(x:Municipality)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  RETURN collect({r: r{.*}}) AS covers
}
CALL (id) {
  MATCH (b:Body {id: id})<-[o:TO]-(a:Appointment)-[t:REPRESENTING]->(x:Municipality)
  WHERE o.recordedAt <= $knownAt AND o.retractedAt > $knownAt
    AND t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
  WITH a, x
  MATCH (a)-[f:OF]->(p:Person)-[m:MEMBER_OF]->(c:Body {id: id})
  WHERE m.id = a.membership
    AND f.recordedAt <= $knownAt AND f.retractedAt > $knownAt
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH x, m ORDER BY m.id
  RETURN collect({of: x.id, m: m{.*}}) AS seats
}
RETURN id, covers, seats
