// The seats of bodies that rest on other seats, with those.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ m: HeldSeat; ground: HeldSeat }[]} resting
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
  MATCH (x)-[g:OF]->(q:Person)-[ground:MEMBER_OF]->(d:Body)
  WHERE ground.id = x.membership
    AND g.recordedAt <= $knownAt AND g.retractedAt > $knownAt
    AND ground.recordedAt <= $knownAt AND ground.retractedAt > $knownAt
  WITH m, ground ORDER BY m.id, ground.id
  RETURN collect({m: m{.*}, ground: ground{.*}}) AS resting
}
RETURN id, resting
