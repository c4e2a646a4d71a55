// People, with their ties to parties and places, and to none, and when these exist.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {MortalPerson} p
// @row {{ r: StatedTie; x: Lasting }[]} ties
UNWIND $ids AS id
MATCH (p:Person {id: id})
CALL (id) {
  MATCH (q:Person {id: id})-[r:AFFILIATED_WITH]->(x)
  WHERE (x:Principal OR x:Person)
    AND r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH r, x ORDER BY r.id
  RETURN collect({r: r{.*}, x: x{.*}}) AS ties
}
RETURN id, p{.*} AS p, ties
