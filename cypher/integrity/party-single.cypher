// The party ties of people who have several.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ r: DatedTie; party: string }[]} ties
UNWIND $ids AS id
CALL (id) {
  MATCH (p:Person {id: id})-[r:AFFILIATED_WITH]->(x:Party)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH r, x ORDER BY r.id
  RETURN collect({r: r{.*}, party: x.id}) AS ties
}
RETURN id, ties
