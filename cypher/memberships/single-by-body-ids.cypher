// The stated seats of bodies in some roles, and in those of their offices, at any time.
// @param {string[]} ids
// @param {string[]} roles
// @param {number} knownAt
// @row {string} id
// @row {{ m: Membership }[]} seats
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})<-[r:OFFICE_OF]-(x:Office)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  RETURN collect(x.role) AS inOffices
}
CALL (id, inOffices) {
  MATCH (b:Body {id: id})<-[m:MEMBER_OF]-(p:Person)
  WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
    AND (m.role IN $roles OR m.role IN inOffices) AND m.basis = 'STATED'
  RETURN collect({m: m{.*}}) AS seats
}
RETURN id, seats
