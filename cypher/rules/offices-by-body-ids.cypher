// Who holds offices in the councils of the municipalities that bodies cover, and of the regions in which these lie; and the seats of the bodies.
// @param {string[]} ids
// @param {string[]} offices
// @param {number} knownAt
// @row {string} id
// @row {{ c: Relation; g: Relation; m: Membership }[]} covered
// @row {{ c: Relation; l: Relation; g: Relation; m: Membership }[]} around
// @row {{ m: Membership }[]} seats
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})-[c:COVERS]->(x:Municipality)<-[g:GOVERNS]-(k:Body)<-[m:MEMBER_OF]-(p:Person)
  WHERE m.role IN $offices
    AND c.recordedAt <= $knownAt AND c.retractedAt > $knownAt
    AND g.recordedAt <= $knownAt AND g.retractedAt > $knownAt
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH c, g, m ORDER BY m.id, c.id, g.id
  RETURN collect({c: c{.*}, g: g{.*}, m: m{.*}}) AS covered
}
CALL (id) {
  MATCH (b:Body {id: id})-[c:COVERS]->(x:Municipality)-[l:LIES_IN]->(y:Region)<-[g:GOVERNS]-(k:Body)<-[m:MEMBER_OF]-(p:Person)
  WHERE m.role IN $offices
    AND c.recordedAt <= $knownAt AND c.retractedAt > $knownAt
    AND l.recordedAt <= $knownAt AND l.retractedAt > $knownAt
    AND g.recordedAt <= $knownAt AND g.retractedAt > $knownAt
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH c, l, g, m ORDER BY m.id, c.id, l.id, g.id
  RETURN collect({c: c{.*}, l: l{.*}, g: g{.*}, m: m{.*}}) AS around
}
CALL (id) {
  MATCH (b:Body {id: id})<-[m:MEMBER_OF]-(p:Person)
  WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH m ORDER BY m.id
  RETURN collect({m: m{.*}}) AS seats
}
RETURN id, covered, around, seats
