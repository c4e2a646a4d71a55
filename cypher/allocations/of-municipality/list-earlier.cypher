// Earlier versions of allocations given to municipalities, those that pass a filter, in the order of their sort keys, after one of these.
// @param {string[]} ids
// @param {string | null} subject
// @param {number | null} year
// @param {string} after
// @param {number} limit
// @param {number} knownAt
// @row {string} id
// @row {{ x: Allocation }[]} found
UNWIND $ids AS id
CALL (id) {
  MATCH (m:Municipality {id: id})<-[r:GIVEN_TO]-(n:Allocation)<-[:OF]-(x:Version)
  WHERE x.sortKey > $after
    AND r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
    AND x.recordedAt <= $knownAt AND x.retractedAt > $knownAt
    AND ($subject IS NULL OR x.subject = $subject)
    AND ($year IS NULL OR x.year = $year)
  WITH x ORDER BY x.sortKey LIMIT $limit
  RETURN collect({x: x{.*}}) AS found
}
RETURN id, found
