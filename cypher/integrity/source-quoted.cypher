// The passages of documents whose text is at hand.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {Worded} d
// @row {{ s: Passage }[]} sources
UNWIND $ids AS id
MATCH (d:Document {id: id})
WHERE d.text IS NOT NULL OR d.recordedAt > $knownAt
CALL (id) {
  MATCH (o:Document {id: id})<-[i:`IN`]-(s:Source)
  WHERE i.recordedAt <= $knownAt AND i.retractedAt > $knownAt
  WITH s ORDER BY s.id
  RETURN collect({s: s{.*}}) AS sources
}
RETURN id, d{.*} AS d, sources
