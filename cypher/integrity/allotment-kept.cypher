// The rights to fill seats of bodies, and the seats that are tied to those who have them, with which of them replaces which; and what lists won at elections, with whom these elected.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {RuledBody} b
// @row {{ r: Allotment }[]} allotments
// @row {{ by: string; m: AlternativeSeat }[]} seats
// @row {{ earlier: string; later: string }[]} links
// @row {{ e: HeldElection }[]} elections
// @row {{ election: string; list: string; person: string; membership: string }[]} elected
// @row {{ x: Office }[]} offices
UNWIND $ids AS id
MATCH (b:Body {id: id})
CALL (id) {
  MATCH (o:Body {id: id})<-[r:HAS_SEATS]-(x:Principal)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH r ORDER BY r.id
  RETURN collect({r: r{.*}}) AS allotments
}
CALL (id) {
  MATCH (o:Body {id: id})<-[r:HAS_SEATS]-(x:Principal)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH DISTINCT o, x
  MATCH (o)<-[e:TO]-(a:Appointment)-[t:BY|REPRESENTING]->(x)
  WHERE e.recordedAt <= $knownAt AND e.retractedAt > $knownAt
    AND t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
  WITH DISTINCT x, a
  MATCH (a)-[f:OF]->(p:Person)-[m:MEMBER_OF]->(c:Body {id: id})
  WHERE m.id = a.membership
    AND f.recordedAt <= $knownAt AND f.retractedAt > $knownAt
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH x, m ORDER BY m.id
  RETURN collect({by: x.id, m: m{.*}}) AS seats
}
CALL (id) {
  MATCH (o:Body {id: id})<-[e:TO]-(a:Appointment)-[t:REPLACES]->(x:Appointment)
  WHERE e.recordedAt <= $knownAt AND e.retractedAt > $knownAt
    AND t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
  WITH DISTINCT x.membership AS earlier, a.membership AS later ORDER BY earlier, later
  RETURN collect({earlier: earlier, later: later}) AS links
}
CALL (id) {
  MATCH (o:Body {id: id})<-[f:FILLS]-(e:Election)
  WHERE f.recordedAt <= $knownAt AND f.retractedAt > $knownAt
  RETURN collect({e: e{.*}}) AS elections
}
CALL (id) {
  MATCH (o:Body {id: id})<-[f:FILLS]-(e:Election)<-[t:ELECTED_AT]-(a:Appointment)-[g:OF]->(p:Person)
  WHERE f.recordedAt <= $knownAt AND f.retractedAt > $knownAt
    AND t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
    AND g.recordedAt <= $knownAt AND g.retractedAt > $knownAt
    AND t.list IS NOT NULL
  WITH e.id AS election, t.list AS list, p.id AS person, a.membership AS membership ORDER BY membership
  RETURN collect({election: election, list: list, person: person, membership: membership}) AS elected
}
CALL (id) {
  MATCH (o:Body {id: id})<-[r:OFFICE_OF]-(x:Office)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH x ORDER BY x.id
  RETURN collect({x: x{.*}}) AS offices
}
RETURN id, b{.*} AS b, allotments, seats, links, elections, elected, offices
