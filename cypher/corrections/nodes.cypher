// Nodes whose last version was recorded or retracted in [since, until), without those of some labels.
// @param {number} since
// @param {number} until
// @param {number} knownAt
// @param {string[]} without
// @row {Record<string, unknown>} n
MATCH (n:Node)
WHERE n.recordedAt <= $knownAt
  AND ((n.recordedAt >= $since AND n.recordedAt < $until)
    OR (n.retractedAt >= $since AND n.retractedAt < $until))
  AND NOT ANY(label IN labels(n) WHERE label IN $without)
RETURN n{.*} AS n
