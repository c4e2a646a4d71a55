// When substitutes of bodies stood in, with their own seats.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ s: StoodIn; m: HeldMembership }[]} standIns
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})<-[o:TO]-(a:Appointment)-[s:STOOD_IN]->(x:Node)
  WHERE o.recordedAt <= $knownAt AND o.retractedAt > $knownAt
    AND s.recordedAt <= $knownAt AND s.retractedAt > $knownAt
  WITH a, s
  MATCH (a)-[f:OF]->(p:Person)-[m:MEMBER_OF]->(c:Body {id: id})
  WHERE m.id = a.membership
    AND f.recordedAt <= $knownAt AND f.retractedAt > $knownAt
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH s, m ORDER BY s.id
  RETURN collect({s: s{.*}, m: m{.*}}) AS standIns
}
RETURN id, standIns
