// The stated seats of bodies in roles for one person, with what the body says of them, and the documents that state them.
// @param {string[]} ids
// @param {string[]} roles
// @param {number} knownAt
// @row {string} id
// @row {RuledBody} b
// @row {{ m: HeldMembership; source: string }[]} seats
// @row {{ s: Passage }[]} documents
UNWIND $ids AS id
MATCH (b:Body {id: id})
CALL (id) {
  MATCH (o:Body {id: id})<-[m:MEMBER_OF]-(p:Person)
  WHERE m.role IN $roles AND m.basis = 'STATED'
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  UNWIND m.sources AS source
  WITH m, source ORDER BY m.id, source
  RETURN collect({m: m{.*}, source: source}) AS seats
}
CALL (id) {
  MATCH (o:Body {id: id})<-[m:MEMBER_OF]-(p:Person)
  WHERE m.role IN $roles AND m.basis = 'STATED'
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  UNWIND m.sources AS source
  MATCH (s:Source {id: source})
  WITH DISTINCT s
  RETURN collect({s: s{.*}}) AS documents
}
RETURN id, b{.*} AS b, seats, documents
