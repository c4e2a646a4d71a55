// The seats of bodies that took the place of others, with those.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ m: HeldMembership; before: HeldMembership }[]} replaced
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})<-[o:TO]-(a:Appointment)-[t:REPLACES]->(x:Appointment)
  WHERE o.recordedAt <= $knownAt AND o.retractedAt > $knownAt
    AND t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
  WITH a, x
  MATCH (a)-[f:OF]->(p:Person)-[m:MEMBER_OF]->(c:Body {id: id})
  WHERE m.id = a.membership
    AND f.recordedAt <= $knownAt AND f.retractedAt > $knownAt
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH x, m
  MATCH (x)-[g:OF]->(q:Person)-[before:MEMBER_OF]->(d:Body)
  WHERE before.id = x.membership
    AND g.recordedAt <= $knownAt AND g.retractedAt > $knownAt
    AND before.recordedAt <= $knownAt AND before.retractedAt > $knownAt
  WITH m, before ORDER BY m.id, before.id
  RETURN collect({m: m{.*}, before: before{.*}}) AS replaced
}
RETURN id, replaced
