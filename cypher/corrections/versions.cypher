// Earlier versions of nodes that were recorded or retracted in [since, until).
// @param {number} since
// @param {number} until
// @param {number} knownAt
// @row {Record<string, unknown>} v
MATCH (v:Version)-[:OF]->(n:Node)
WHERE v.recordedAt <= $knownAt
  AND ((v.recordedAt >= $since AND v.recordedAt < $until)
    OR (v.retractedAt >= $since AND v.retractedAt < $until))
RETURN v{.*} AS v
