// The seats of bodies that depend on other seats, with all seats of those who hold these.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ m: HeldMembership; on: string; role: boolean; held: HeldMembership }[]} dependent
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})<-[o:TO]-(a:Appointment)-[t:DEPENDS_ON]->(x:Appointment)
  WHERE o.recordedAt <= $knownAt AND o.retractedAt > $knownAt
    AND t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
  WITH a, x, t.role IS NOT NULL AS role
  MATCH (a)-[f:OF]->(p:Person)-[m:MEMBER_OF]->(c:Body {id: id})
  WHERE m.id = a.membership
    AND f.recordedAt <= $knownAt AND f.retractedAt > $knownAt
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH x, m, role
  MATCH (x)-[g:OF]->(q:Person)-[held:MEMBER_OF]->(d:Body)
  WHERE g.recordedAt <= $knownAt AND g.retractedAt > $knownAt
    AND held.recordedAt <= $knownAt AND held.retractedAt > $knownAt
  WITH m, x.membership AS on, role, held ORDER BY m.id, on, held.id
  RETURN collect({m: m{.*}, on: on, role: role, held: held{.*}}) AS dependent
}
RETURN id, dependent
