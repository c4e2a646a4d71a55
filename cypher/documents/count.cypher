// How many documents there are.
// @param {number} knownAt
// @row {number} count
MATCH (d:Document)
WHERE ((d.recordedAt <= $knownAt AND d.retractedAt > $knownAt)
    OR EXISTS { MATCH (d)<-[:OF]-(v:Version) WHERE v.recordedAt <= $knownAt AND v.retractedAt > $knownAt })
RETURN count(d) AS count
