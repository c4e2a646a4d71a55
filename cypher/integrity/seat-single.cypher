// The seats of bodies in roles for one person, and in those of offices, with who holds them, what the body says of them, and the offices.
// @param {string[]} ids
// @param {string[]} roles
// @param {number} knownAt
// @row {string} id
// @row {RuledBody} b
// @row {{ x: Office }[]} offices
// @row {{ m: SeatInOffice; p: MortalPerson }[]} seats
UNWIND $ids AS id
MATCH (b:Body {id: id})
CALL (id) {
  MATCH (o:Body {id: id})<-[r:OFFICE_OF]-(x:Office)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH x ORDER BY x.id
  RETURN collect({x: x{.*}}) AS offices, collect(x.role) AS inOffices
}
CALL (id, inOffices) {
  MATCH (o:Body {id: id})<-[m:MEMBER_OF]-(p:Person)
  WHERE (m.role IN $roles OR m.role IN inOffices)
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH m, p ORDER BY m.id
  RETURN collect({m: m{.*}, p: p{.*}}) AS seats
}
RETURN id, b{.*} AS b, offices, seats
