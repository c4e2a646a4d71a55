// What replaces seats, by their appointments, at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {Tie} t
UNWIND $ids AS id
MATCH (x:Appointment {id: id})<-[t:REPLACES]-(a:Appointment)
WHERE t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
RETURN t{.*} AS t
