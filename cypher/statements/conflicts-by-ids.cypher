// The statements that contradict statements, whichever of the two names the other.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ x: Statement }[]} conflicts
UNWIND $ids AS id
CALL (id) {
  MATCH (s:Statement {id: id})-[r:CONFLICTS_WITH]-(x:Statement)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH DISTINCT x ORDER BY x.id
  RETURN collect({x: x{.*}}) AS conflicts
}
RETURN id, conflicts
