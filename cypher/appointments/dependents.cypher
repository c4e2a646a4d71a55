// What depends on seats, by their appointments, or on ties of people, at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {Tie} t
UNWIND $ids AS id
MATCH (x:Node {id: id})<-[t:DEPENDS_ON]-(a:Appointment)
WHERE t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
RETURN t{.*} AS t
