// The decisions that bodies took.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ x: Decision }[]} decisions
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})<-[r:TAKEN_BY]-(x:Decision)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH x ORDER BY x.id
  RETURN collect({x: x{.*}}) AS decisions
}
RETURN id, decisions
