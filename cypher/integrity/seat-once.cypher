// The seats of people who hold one role in one body more than once.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ seats: { m: AlternativeSeat }[] }[]} groups
UNWIND $ids AS id
CALL (id) {
  MATCH (p:Person {id: id})-[m:MEMBER_OF]->(b:Body)
  WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH m, b ORDER BY m.id
  WITH b.id AS body, m.role AS role, collect({m: m{.*}}) AS seats
  WHERE size(seats) > 1
  WITH body, role, seats ORDER BY body, role
  RETURN collect({seats: seats}) AS groups
}
RETURN id, groups
