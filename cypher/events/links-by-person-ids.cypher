// What replaces the seats of people, and what they replace, at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {Tie} t
UNWIND $ids AS id
MATCH (p:Person {id: id})<-[:OF]-(a:Appointment)-[t:REPLACES]-(x:Appointment)
WHERE t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
RETURN t{.*} AS t
