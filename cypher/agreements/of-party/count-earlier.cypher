// How many earlier versions of agreements that principals concluded pass a filter.
// @param {string[]} ids
// @param {string[] | null} words
// @param {number} knownAt
// @row {string} id
// @row {number} count
UNWIND $ids AS id
CALL (id) {
  MATCH (p:Principal {id: id})<-[r:CONCLUDED_BY]-(n:Agreement)<-[:OF]-(x:Version)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
    AND x.recordedAt <= $knownAt AND x.retractedAt > $knownAt
    AND ($words IS NULL OR ALL(word IN $words WHERE x.folded CONTAINS word))
  RETURN count(x) AS count
}
RETURN id, count
