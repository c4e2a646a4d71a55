// The seats of bodies, with how many members a body has at most.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {RuledBody} b
// @row {{ m: HeldMembership }[]} seats
UNWIND $ids AS id
MATCH (b:Body {id: id})
CALL (id) {
  MATCH (o:Body {id: id})<-[m:MEMBER_OF]-(p:Person)
  WHERE (o.maximum IS NOT NULL OR o.recordedAt > $knownAt)
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH m ORDER BY m.id
  RETURN collect({m: m{.*}}) AS seats
}
RETURN id, b{.*} AS b, seats
