// The seats of bodies that depend on other seats, with those.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ m: HeldMembership; dependency: HeldMembership }[]} dependent
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})<-[o:TO]-(a:Appointment)-[t:DEPENDS_ON]->(x:Appointment)
  WHERE o.recordedAt <= $knownAt AND o.retractedAt > $knownAt
    AND t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
  WITH a, x
  MATCH (a)-[f:OF]->(p:Person)-[m:MEMBER_OF]->(c:Body {id: id})
  WHERE m.id = a.membership
    AND f.recordedAt <= $knownAt AND f.retractedAt > $knownAt
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH x, m
  MATCH (x)-[g:OF]->(q:Person)-[dependency:MEMBER_OF]->(d:Body)
  WHERE dependency.id = x.membership
    AND g.recordedAt <= $knownAt AND g.retractedAt > $knownAt
    AND dependency.recordedAt <= $knownAt AND dependency.retractedAt > $knownAt
  WITH m, dependency ORDER BY m.id, dependency.id
  RETURN collect({m: m{.*}, dependency: dependency{.*}}) AS dependent
}
RETURN id, dependent
