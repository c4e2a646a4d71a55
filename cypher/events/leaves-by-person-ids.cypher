// When people were on leave, at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {Leave} l
UNWIND $ids AS id
MATCH (p:Person {id: id})<-[o:OF]-(a:Appointment)-[l:ON_LEAVE]->(x:Leave)
WHERE l.recordedAt <= $knownAt AND l.retractedAt > $knownAt
  AND o.recordedAt <= $knownAt AND o.retractedAt > $knownAt
RETURN l{.*} AS l
