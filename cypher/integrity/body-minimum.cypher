// The seats of bodies, and which replaces which, with how many members a body has at least.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {RuledBody} b
// @row {{ m: AlternativeSeat }[]} seats
// @row {{ earlier: string; later: string }[]} links
// @row {{ x: Office }[]} offices
UNWIND $ids AS id
MATCH (b:Body {id: id})
CALL (id) {
  MATCH (o:Body {id: id})<-[m:MEMBER_OF]-(p:Person)
  WHERE (o.minimum IS NOT NULL OR o.sizes IS NOT NULL OR o.recordedAt > $knownAt)
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH m ORDER BY m.id
  RETURN collect({m: m{.*}}) AS seats
}
CALL (id) {
  MATCH (o:Body {id: id})<-[e:TO]-(a:Appointment)-[t:REPLACES]->(x:Appointment)
  WHERE (o.minimum IS NOT NULL OR o.sizes IS NOT NULL OR o.recordedAt > $knownAt)
    AND e.recordedAt <= $knownAt AND e.retractedAt > $knownAt
    AND t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
  WITH DISTINCT x.membership AS earlier, a.membership AS later ORDER BY earlier, later
  RETURN collect({earlier: earlier, later: later}) AS links
}
CALL (id) {
  MATCH (o:Body {id: id})<-[r:OFFICE_OF]-(x:Office)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH x ORDER BY x.id
  RETURN collect({x: x{.*}}) AS offices
}
RETURN id, b{.*} AS b, seats, links, offices
