// How many allocations given to municipalities pass a filter.
// @param {string[]} ids
// @param {string | null} subject
// @param {number | null} year
// @param {number} knownAt
// @row {string} id
// @row {number} count
UNWIND $ids AS id
CALL (id) {
  MATCH (m:Municipality {id: id})<-[r:GIVEN_TO]-(x:Allocation)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
    AND x.recordedAt <= $knownAt AND x.retractedAt > $knownAt
    AND ($subject IS NULL OR x.subject = $subject)
    AND ($year IS NULL OR x.year = $year)
  RETURN count(x) AS count
}
RETURN id, count
