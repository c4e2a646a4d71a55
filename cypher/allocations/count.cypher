// How many allocations there are.
// @param {number} knownAt
// @row {number} count
MATCH (m:Municipality)<-[r:GIVEN_TO]-(x:Allocation)
WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
RETURN count(x) AS count
