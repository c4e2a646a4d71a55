// People, with their ties to parties and places and when these exist.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {MortalPerson} p
// @row {{ r: StatedTie; x: Lasting }[]} ties
UNWIND $ids AS id
MATCH (p:Person {id: id})
CALL (id) {
  MATCH (q:Person {id: id})-[r:AFFILIATED_WITH]->(x:Principal)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH r, x ORDER BY r.id
  RETURN collect({r: r{.*}, x: x{.*}}) AS ties
}
RETURN id, p{.*} AS p, ties
