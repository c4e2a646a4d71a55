// How many people there are.
// @param {number} knownAt
// @row {number} count
MATCH (p:Person)
WHERE ((p.recordedAt <= $knownAt AND p.retractedAt > $knownAt)
    OR EXISTS { MATCH (p)<-[:OF]-(v:Version) WHERE v.recordedAt <= $knownAt AND v.retractedAt > $knownAt })
RETURN count(p) AS count
