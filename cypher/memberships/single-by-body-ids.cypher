// The stated seats of bodies in some roles, at any time.
// @param {string[]} ids
// @param {string[]} roles
// @param {number} knownAt
// @row {string} id
// @row {{ m: Membership }[]} seats
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})<-[m:MEMBER_OF]-(p:Person)
  WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
    AND m.role IN $roles AND m.basis = 'STATED'
  RETURN collect({m: m{.*}}) AS seats
}
RETURN id, seats
