// What seats depend on, by their appointments, at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {Tie} t
UNWIND $ids AS id
MATCH (a:Appointment {id: id})-[t:DEPENDS_ON]->(x:Node)
WHERE t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
RETURN t{.*} AS t
