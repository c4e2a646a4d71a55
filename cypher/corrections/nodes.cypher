// Nodes whose last version was recorded or retracted in [since, until).
// @param {number} since
// @param {number} until
// @param {number} knownAt
// @row {Record<string, unknown>} n
MATCH (n:Node)
WHERE n.recordedAt <= $knownAt
  AND ((n.recordedAt >= $since AND n.recordedAt < $until)
    OR (n.retractedAt >= $since AND n.retractedAt < $until))
RETURN n{.*} AS n
