// Stand-ins by their own ids, at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {StandIn} s
MATCH (a:Appointment)-[s:STOOD_IN]->(x:Node)
WHERE s.id IN $ids
  AND s.recordedAt <= $knownAt AND s.retractedAt > $knownAt
RETURN s{.*} AS s
