// People in the order of their ids, after one of these.
// @param {string} after
// @param {number} limit
// @param {number} knownAt
// @row {string} key
// @row {Person} x
MATCH (x:Person)
WHERE x.id > $after
  AND ((x.recordedAt <= $knownAt AND x.retractedAt > $knownAt)
    OR EXISTS { MATCH (x)<-[:OF]-(v:Version) WHERE v.recordedAt <= $knownAt AND v.retractedAt > $knownAt })
WITH x ORDER BY x.id LIMIT $limit
RETURN x.id AS key, x{.*} AS x
ORDER BY key
