// The agreements that principals concluded.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ x: Agreement }[]} agreements
UNWIND $ids AS id
CALL (id) {
  MATCH (p:Principal {id: id})<-[r:CONCLUDED_BY]-(x:Agreement)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH x ORDER BY x.id
  RETURN collect({x: x{.*}}) AS agreements
}
RETURN id, agreements
