// Earlier versions of nodes that were recorded or retracted in [since, until), without those of some labels.
// @param {number} since
// @param {number} until
// @param {number} knownAt
// @param {string[]} without
// @row {Record<string, unknown>} v
MATCH (v:Version)-[:OF]->(n:Node)
WHERE v.recordedAt <= $knownAt
  AND ((v.recordedAt >= $since AND v.recordedAt < $until)
    OR (v.retractedAt >= $since AND v.retractedAt < $until))
  AND NOT ANY(label IN labels(n) WHERE label IN $without)
RETURN v{.*} AS v
