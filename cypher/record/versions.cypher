// Earlier versions of nodes that were visible at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {Record<string, unknown>} v
UNWIND $ids AS id
MATCH (n:Node {id: id})<-[:OF]-(v:Version)
WHERE v.recordedAt <= $knownAt AND v.retractedAt > $knownAt
RETURN v{.*} AS v
