// What replaces the seats of people, and what they replace, at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {Tie} t
UNWIND $ids AS id
MATCH (p:Person {id: id})<-[o:OF]-(a:Appointment)-[t:REPLACES]-(x:Appointment)
WHERE t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
  AND o.recordedAt <= $knownAt AND o.retractedAt > $knownAt
RETURN t{.*} AS t
