// When the holders of seats were on leave, by their appointments, at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {Leave} l
UNWIND $ids AS id
MATCH (a:Appointment {id: id})-[l:ON_LEAVE]->(x:Leave)
WHERE l.recordedAt <= $knownAt AND l.retractedAt > $knownAt
RETURN l{.*} AS l
