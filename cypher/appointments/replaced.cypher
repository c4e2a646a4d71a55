// What seats replace, by their appointments, at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {Tie} t
UNWIND $ids AS id
MATCH (a:Appointment {id: id})-[t:REPLACES]->(x:Appointment)
WHERE t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
RETURN t{.*} AS t
