// The passages of documents whose text is at hand.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {string | null} text
// @row {{ source: string; lines: number[] | null; quote: string }[]} sources
UNWIND $ids AS id
MATCH (d:Document {id: id})
WHERE d.text IS NOT NULL
CALL (id) {
  MATCH (o:Document {id: id})<-[i:`IN`]-(s:Source)
  WHERE i.recordedAt <= $knownAt AND i.retractedAt > $knownAt
  WITH s ORDER BY s.id
  RETURN collect({source: s.id, lines: s.lines, quote: s.quote}) AS sources
}
RETURN id, d.text AS text, sources
