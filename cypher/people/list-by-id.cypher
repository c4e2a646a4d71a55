// People, of all or of one gender, in the order of their ids, after one of these.
// @param {string | null} gender
// @param {string} after
// @param {number} limit
// @param {number} knownAt
// @row {string} key
// @row {Person} x
MATCH (x:Person)
WHERE x.id > $after
  AND ((x.recordedAt <= $knownAt AND x.retractedAt > $knownAt AND ($gender IS NULL OR x.gender = $gender))
    OR EXISTS {
      MATCH (x)<-[:OF]-(v:Version)
      WHERE v.recordedAt <= $knownAt AND v.retractedAt > $knownAt AND ($gender IS NULL OR v.gender = $gender)
    })
WITH x ORDER BY x.id LIMIT $limit
RETURN x.id AS key, x{.*} AS x
ORDER BY key
