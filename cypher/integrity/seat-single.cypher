// The seats of bodies in roles for one person, with who holds them and what the body says of them.
// @param {string[]} ids
// @param {string[]} roles
// @param {number} knownAt
// @row {string} id
// @row {RuledBody} b
// @row {{ m: HeldMembership; p: MortalPerson }[]} seats
UNWIND $ids AS id
MATCH (b:Body {id: id})
CALL (id) {
  MATCH (o:Body {id: id})<-[m:MEMBER_OF]-(p:Person)
  WHERE m.role IN $roles
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH m, p ORDER BY m.id
  RETURN collect({m: m{.*}, p: p{.*}}) AS seats
}
RETURN id, b{.*} AS b, seats
