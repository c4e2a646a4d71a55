// Decisions that bodies took, those that pass a filter, in the order of their sort keys, after one of these.
// @param {string[]} ids
// @param {string} from
// @param {string} to
// @param {boolean} undated
// @param {Outcome[] | null} outcomes
// @param {string[] | null} words
// @param {string} after
// @param {number} limit
// @param {number} knownAt
// @row {string} id
// @row {{ x: Decision }[]} found
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})<-[r:TAKEN_BY]-(x:Decision)
  WHERE x.sortKey > $after
    AND r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
    AND x.recordedAt <= $knownAt AND x.retractedAt > $knownAt
    AND CASE WHEN x.date IS NULL THEN $undated ELSE substring($from, 0, size(x.date)) <= x.date AND x.date <= substring($to, 0, size(x.date)) END
    AND ($outcomes IS NULL OR x.outcome IN $outcomes)
    AND ($words IS NULL OR ALL(word IN $words WHERE x.folded CONTAINS word))
  WITH x ORDER BY x.sortKey LIMIT $limit
  RETURN collect({x: x{.*}}) AS found
}
RETURN id, found
