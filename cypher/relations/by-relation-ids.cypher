// Dated relations by their own ids, at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {Relation} r
MATCH (x:Node)-[r:COVERS|LIES_IN]->(y:Node)
WHERE r.id IN $ids
  AND r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
RETURN r{.*} AS r
