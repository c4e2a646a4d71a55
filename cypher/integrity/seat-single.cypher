// The seats of bodies in roles of which several are recorded, with what the body says of them.
// @param {string[]} ids
// @param {string[]} roles
// @param {number} knownAt
// @row {string} id
// @row {RuledBody} b
// @row {{ seats: { m: HeldMembership }[] }[]} groups
UNWIND $ids AS id
MATCH (b:Body {id: id})
CALL (id) {
  MATCH (o:Body {id: id})<-[m:MEMBER_OF]-(p:Person)
  WHERE m.role IN $roles
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH m ORDER BY m.id
  WITH m.role AS role, collect({m: m{.*}}) AS seats
  WHERE size(seats) > 1
  WITH role, seats ORDER BY role
  RETURN collect({seats: seats}) AS groups
}
RETURN id, b{.*} AS b, groups
