// The stand-ins of substitutes and for holders, by the appointments of either, at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {StandIn} s
UNWIND $ids AS id
MATCH (a:Appointment {id: id})-[s:STOOD_IN]-(x:Node)
WHERE s.recordedAt <= $knownAt AND s.retractedAt > $knownAt
RETURN s{.*} AS s
