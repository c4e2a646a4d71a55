// How many statements there are.
// @param {number} knownAt
// @row {number} count
MATCH (x:Statement)
WHERE ((x.recordedAt <= $knownAt AND x.retractedAt > $knownAt)
    OR EXISTS { MATCH (x)<-[:OF]-(v:Version) WHERE v.recordedAt <= $knownAt AND v.retractedAt > $knownAt })
RETURN count(x) AS count
