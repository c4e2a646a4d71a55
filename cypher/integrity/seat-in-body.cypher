// The seats of bodies, with when the body exists.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {RuledBody} b
// @row {{ m: BoundedMembership }[]} seats
UNWIND $ids AS id
MATCH (b:Body {id: id})
CALL (id) {
  MATCH (o:Body {id: id})<-[m:MEMBER_OF]-(p:Person)
  WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH m ORDER BY m.id
  RETURN collect({m: m{.*}}) AS seats
}
RETURN id, b{.*} AS b, seats
