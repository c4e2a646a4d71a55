// How many memberships are recorded.
// @param {number} knownAt
// @row {number} count
MATCH (p:Person)-[m:MEMBER_OF]->(b:Body)
WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
RETURN count(m) AS count
