// When people stood in for others, at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {StandIn} s
UNWIND $ids AS id
MATCH (p:Person {id: id})<-[o:OF]-(a:Appointment)-[s:STOOD_IN]->(x:Node)
WHERE s.recordedAt <= $knownAt AND s.retractedAt > $knownAt
  AND o.recordedAt <= $knownAt AND o.retractedAt > $knownAt
RETURN s{.*} AS s
