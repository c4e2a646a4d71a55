// When others stood in for the holders of seats, by their appointments, at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {StandIn} s
UNWIND $ids AS id
MATCH (x:Appointment {id: id})<-[s:STOOD_IN]-(a:Appointment)
WHERE s.recordedAt <= $knownAt AND s.retractedAt > $knownAt
RETURN s{.*} AS s
