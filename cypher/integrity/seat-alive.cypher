// People who died, with their seats.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {MortalPerson} p
// @row {{ m: BoundedMembership }[]} seats
UNWIND $ids AS id
MATCH (p:Person {id: id})
CALL (id) {
  MATCH (q:Person {id: id})-[m:MEMBER_OF]->(b:Body)
  WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH m ORDER BY m.id
  RETURN collect({m: m{.*}}) AS seats
}
RETURN id, p{.*} AS p, seats
