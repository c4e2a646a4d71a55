// Who stood in for whom in bodies, with both their seats, and who holds the offices there.
// @param {string[]} ids
// @param {string[]} offices
// @param {number} knownAt
// @row {string} id
// @row {{ s: StoodIn; m: HeldMembership; h: HeldMembership }[]} standIns
// @row {{ m: HeldMembership }[]} held
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})<-[o:TO]-(a:Appointment)-[s:STOOD_IN]->(x:Appointment)
  WHERE o.recordedAt <= $knownAt AND o.retractedAt > $knownAt
    AND s.recordedAt <= $knownAt AND s.retractedAt > $knownAt
  WITH a, s, x
  MATCH (a)-[f:OF]->(p:Person)-[m:MEMBER_OF]->(c:Body {id: id})
  WHERE m.id = a.membership
    AND f.recordedAt <= $knownAt AND f.retractedAt > $knownAt
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH s, x, m
  MATCH (x)-[g:OF]->(q:Person)-[h:MEMBER_OF]->(d:Body)
  WHERE h.id = x.membership
    AND g.recordedAt <= $knownAt AND g.retractedAt > $knownAt
    AND h.recordedAt <= $knownAt AND h.retractedAt > $knownAt
  WITH s, m, h ORDER BY s.id
  RETURN collect({s: s{.*}, m: m{.*}, h: h{.*}}) AS standIns
}
CALL (id) {
  MATCH (b:Body {id: id})<-[m:MEMBER_OF]-(p:Person)
  WHERE m.role IN $offices
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH m ORDER BY m.id
  RETURN collect({m: m{.*}}) AS held
}
RETURN id, standIns, held
