// When terms are, by their ids, as recorded.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ r: HasTerm }[]} terms
UNWIND $ids AS id
CALL (id) {
  MATCH (t:Term {id: id})<-[r:HAS_TERM]-(x:Node)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH r ORDER BY r.id
  RETURN collect({r: r{.*}}) AS terms
}
RETURN id, terms
