// The stated seats of bodies in roles for one person, and in those of offices, with what the body says of them, the offices, and the documents that
// state the seats.
// @param {string[]} ids
// @param {string[]} roles
// @param {number} knownAt
// @row {string} id
// @row {RuledBody} b
// @row {{ x: Office }[]} offices
// @row {{ m: SeatInOffice; source: string }[]} seats
// @row {{ s: Passage }[]} documents
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
  WHERE (m.role IN $roles OR m.role IN inOffices) AND m.basis = 'STATED'
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  UNWIND m.sources AS source
  WITH m, source ORDER BY m.id, source
  RETURN collect({m: m{.*}, source: source}) AS seats
}
CALL (id, inOffices) {
  MATCH (o:Body {id: id})<-[m:MEMBER_OF]-(p:Person)
  WHERE (m.role IN $roles OR m.role IN inOffices) AND m.basis = 'STATED'
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  UNWIND m.sources AS source
  MATCH (s:Source {id: source})
  WITH DISTINCT s
  RETURN collect({s: s{.*}}) AS documents
}
RETURN id, b{.*} AS b, offices, seats, documents
