// The documents that list all members of bodies.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ d: Document }[]} documents
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})<-[r:LISTS]-(d:Document)
  WHERE r.complete
    AND r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH d ORDER BY d.id
  RETURN collect({d: d{.*}}) AS documents
}
RETURN id, documents
