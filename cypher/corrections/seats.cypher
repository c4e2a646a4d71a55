// Versions of memberships that were recorded or retracted in [since, until).
// @param {number} since
// @param {number} until
// @param {number} knownAt
// @row {Membership} m
MATCH (p:Person)-[m:MEMBER_OF]->(b:Body)
WHERE m.recordedAt <= $knownAt
  AND ((m.recordedAt >= $since AND m.recordedAt < $until)
    OR (m.retractedAt >= $since AND m.retractedAt < $until))
RETURN m{.*} AS m
