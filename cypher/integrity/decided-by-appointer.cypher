// The bodies that decided on the seats of bodies, and who appointed to these or has a right to fill them.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ m: HeldMembership; by: string }[]} appointed
// @row {{ by: string }[]} entitled
// @row {{ membership: string; x: OfDay; by: string }[]} met
// @row {{ membership: string; x: OfDay; by: string }[]} itemised
// @row {{ by: string; of: string }[]} councils
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})<-[o:TO]-(a:Appointment)-[t:BY|DELEGATED_BY]->(x:Principal)
  WHERE o.recordedAt <= $knownAt AND o.retractedAt > $knownAt
    AND t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
  WITH a, x
  MATCH (a)-[f:OF]->(p:Person)-[m:MEMBER_OF]->(c:Body {id: id})
  WHERE m.id = a.membership
    AND f.recordedAt <= $knownAt AND f.retractedAt > $knownAt
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH m, x ORDER BY m.id, x.id
  RETURN collect({m: m{.*}, by: x.id}) AS appointed
}
CALL (id) {
  MATCH (b:Body {id: id})<-[r:HAS_SEATS]-(x:Principal)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  RETURN collect({by: x.id}) AS entitled
}
CALL (id) {
  MATCH (b:Body {id: id})<-[o:TO]-(a:Appointment)-[t:DECIDED_AT]->(x:Meeting)-[h:HELD_BY]->(k:Body)
  WHERE o.recordedAt <= $knownAt AND o.retractedAt > $knownAt
    AND t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
    AND h.recordedAt <= $knownAt AND h.retractedAt > $knownAt
  WITH a, x, k ORDER BY a.id
  RETURN collect({membership: a.membership, x: x{.*}, by: k.id}) AS met
}
CALL (id) {
  MATCH (b:Body {id: id})<-[o:TO]-(a:Appointment)-[t:DECIDED_AT]->(i:AgendaItem)-[g:ON_AGENDA_OF]->(x:Meeting)-[h:HELD_BY]->(k:Body)
  WHERE o.recordedAt <= $knownAt AND o.retractedAt > $knownAt
    AND t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
    AND g.recordedAt <= $knownAt AND g.retractedAt > $knownAt
    AND h.recordedAt <= $knownAt AND h.retractedAt > $knownAt
  WITH a, x, k ORDER BY a.id
  RETURN collect({membership: a.membership, x: x{.*}, by: k.id}) AS itemised
}
CALL (id) {
  MATCH (b:Body {id: id})<-[o:TO]-(a:Appointment)-[t:BY|DELEGATED_BY]->(x:Principal)<-[v:GOVERNS]-(k:Body)
  WHERE o.recordedAt <= $knownAt AND o.retractedAt > $knownAt
    AND t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
    AND v.recordedAt <= $knownAt AND v.retractedAt > $knownAt
  RETURN collect(DISTINCT {by: k.id, of: x.id}) AS councils
}
RETURN id, appointed, entitled, met, itemised, councils
