// The passages of documents that are sources.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ s: Source }[]} sources
UNWIND $ids AS id
CALL (id) {
  MATCH (d:Document {id: id})<-[r:`IN`]-(s:Source)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH s ORDER BY s.id
  RETURN collect({s: s{.*}}) AS sources
}
RETURN id, sources
