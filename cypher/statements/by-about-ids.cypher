// The statements that are about things.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ x: Statement }[]} statements
UNWIND $ids AS id
CALL (id) {
  MATCH (n:Node {id: id})<-[r:ABOUT]-(x:Statement)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH x ORDER BY x.id
  RETURN collect({x: x{.*}}) AS statements
}
RETURN id, statements
