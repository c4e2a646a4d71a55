// What was recommended at agenda items.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ x: Recommendation }[]} recommendations
UNWIND $ids AS id
CALL (id) {
  MATCH (i:AgendaItem {id: id})<-[r:RECOMMENDED_AT]-(x:Recommendation)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH x ORDER BY x.id
  RETURN collect({x: x{.*}}) AS recommendations
}
RETURN id, recommendations
