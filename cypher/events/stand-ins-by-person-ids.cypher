// When people stood in for others, at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {StandIn} s
UNWIND $ids AS id
MATCH (p:Person {id: id})<-[:OF]-(a:Appointment)-[s:STOOD_IN]->(x:Node)
WHERE s.recordedAt <= $knownAt AND s.retractedAt > $knownAt
RETURN s{.*} AS s
