// Versions of affiliations that were recorded or retracted in [since, until).
// @param {number} since
// @param {number} until
// @param {number} knownAt
// @row {Affiliation} a
MATCH (p:Person)-[a:AFFILIATED_WITH]->(x)
WHERE (x:Principal OR x:Person)
  AND a.recordedAt <= $knownAt
  AND ((a.recordedAt >= $since AND a.recordedAt < $until)
    OR (a.retractedAt >= $since AND a.retractedAt < $until))
RETURN a{.*} AS a
