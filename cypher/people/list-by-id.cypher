// People in the order of their ids, after one of these.
// @param {string} after
// @param {number} limit
// @param {number} knownAt
// @row {string} key
// @row {Person} p
MATCH (p:Person)
WHERE p.id > $after
  AND ((p.recordedAt <= $knownAt AND p.retractedAt > $knownAt)
    OR EXISTS { MATCH (p)<-[:OF]-(v:Version) WHERE v.recordedAt <= $knownAt AND v.retractedAt > $knownAt })
WITH p ORDER BY p.id LIMIT $limit
RETURN p.id AS key, p{.*} AS p
ORDER BY key
