// Earlier versions of agreements that principals concluded, those that pass a filter, in the order of their sort keys, after one of these.
// @param {string[]} ids
// @param {string[] | null} words
// @param {string} after
// @param {number} limit
// @param {number} knownAt
// @row {string} id
// @row {{ x: Agreement }[]} found
UNWIND $ids AS id
CALL (id) {
  MATCH (p:Principal {id: id})<-[r:CONCLUDED_BY]-(n:Agreement)<-[:OF]-(x:Version)
  WHERE x.sortKey > $after
    AND r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
    AND x.recordedAt <= $knownAt AND x.retractedAt > $knownAt
    AND ($words IS NULL OR ALL(word IN $words WHERE x.folded CONTAINS word))
  WITH x ORDER BY x.sortKey LIMIT $limit
  RETURN collect({x: x{.*}}) AS found
}
RETURN id, found
