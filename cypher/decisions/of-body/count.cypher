// How many decisions that bodies took pass a filter.
// @param {string[]} ids
// @param {string} from
// @param {string} to
// @param {boolean} undated
// @param {Outcome[] | null} outcomes
// @param {string[] | null} words
// @param {number} knownAt
// @row {string} id
// @row {number} count
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})<-[r:TAKEN_BY]-(x:Decision)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
    AND x.recordedAt <= $knownAt AND x.retractedAt > $knownAt
    AND CASE WHEN x.date IS NULL THEN $undated ELSE substring($from, 0, size(x.date)) <= x.date AND x.date <= substring($to, 0, size(x.date)) END
    AND ($outcomes IS NULL OR x.outcome IN $outcomes)
    AND ($words IS NULL OR ALL(word IN $words WHERE x.folded CONTAINS word))
  RETURN count(x) AS count
}
RETURN id, count
