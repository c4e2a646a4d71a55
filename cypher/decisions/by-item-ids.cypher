// The decisions that were taken at agenda items.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ x: Decision }[]} decisions
UNWIND $ids AS id
CALL (id) {
  MATCH (i:AgendaItem {id: id})<-[r:TAKEN_AT]-(x:Decision)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH x ORDER BY x.id
  RETURN collect({x: x{.*}}) AS decisions
}
RETURN id, decisions
