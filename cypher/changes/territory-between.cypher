// The pieces of territory whose start or end may lie in (from, until].
// @param {string} from
// @param {string} until
// @param {number} knownAt
// @row {Relation} r
MATCH (x:Node)-[r:COVERS|LIES_IN]->(y:Node)
WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  AND ((r.fromMin > $from AND r.fromMin <= $until)
    OR (r.fromMax > $from AND r.fromMax <= $until)
    OR (r.untilMin > $from AND r.untilMin <= $until)
    OR (r.untilMax > $from AND r.untilMax <= $until))
RETURN r{.*} AS r
