// Who stood in for whom in bodies, with both their seats, and who acted in which office, with the offices there and who holds them.
// @param {string[]} ids
// @param {string[]} offices
// @param {number} knownAt
// @row {string} id
// @row {{ s: StoodIn; m: SeatInOffice; h: HeldMembership }[]} standIns
// @row {{ s: StoodIn; m: SeatInOffice; x: Office }[]} acting
// @row {{ x: Office }[]} offices
// @row {{ m: SeatInOffice }[]} held
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
  MATCH (b:Body {id: id})<-[o:TO]-(a:Appointment)-[s:STOOD_IN]->(x:Office)
  WHERE o.recordedAt <= $knownAt AND o.retractedAt > $knownAt
    AND s.recordedAt <= $knownAt AND s.retractedAt > $knownAt
  WITH a, s, x
  MATCH (a)-[f:OF]->(p:Person)-[m:MEMBER_OF]->(c:Body {id: id})
  WHERE m.id = a.membership
    AND f.recordedAt <= $knownAt AND f.retractedAt > $knownAt
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH s, m, x ORDER BY s.id
  RETURN collect({s: s{.*}, m: m{.*}, x: x{.*}}) AS acting
}
CALL (id) {
  MATCH (b:Body {id: id})<-[r:OFFICE_OF]-(x:Office)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH x ORDER BY x.id
  RETURN collect({x: x{.*}}) AS offices, collect(x.role) AS inOffices
}
CALL (id, inOffices) {
  MATCH (b:Body {id: id})<-[m:MEMBER_OF]-(p:Person)
  WHERE (m.role IN $offices OR m.role IN inOffices)
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH m ORDER BY m.id
  RETURN collect({m: m{.*}}) AS held
}
RETURN id, standIns, acting, offices, held
