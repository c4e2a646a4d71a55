// The documents that report meetings.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ d: Document }[]} documents
UNWIND $ids AS id
CALL (id) {
  MATCH (m:Meeting {id: id})<-[r:REPORTS]-(d:Document)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH d ORDER BY d.id
  RETURN collect({d: d{.*}}) AS documents
}
RETURN id, documents
