// The seats of bodies whose members come from another, and the seats of their holders there.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {RuledBody} b
// @row {{ m: HeldMembership }[]} seats
// @row {{ m: HeldMembership }[]} behind
UNWIND $ids AS id
MATCH (b:Body {id: id})
CALL (id) {
  MATCH (o:Body {id: id})<-[m:MEMBER_OF]-(p:Person)
  WHERE (o.membersFrom IS NOT NULL OR o.recordedAt > $knownAt)
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH m ORDER BY m.id
  RETURN collect({m: m{.*}}) AS seats
}
CALL (id) {
  MATCH (o:Body {id: id})<-[s:MEMBER_OF]-(p:Person)
  WHERE s.recordedAt <= $knownAt AND s.retractedAt > $knownAt
  WITH DISTINCT o, p
  MATCH (p)-[m:MEMBER_OF]->(c:Body)
  WHERE (c.id = o.membersFrom OR o.recordedAt > $knownAt)
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  RETURN collect({m: m{.*}}) AS behind
}
RETURN id, b{.*} AS b, seats, behind
