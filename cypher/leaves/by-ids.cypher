// Leaves by their ids, at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {Leave} l
UNWIND $ids AS id
MATCH (x:Leave {id: id})<-[l:ON_LEAVE]-(a:Appointment)
WHERE l.recordedAt <= $knownAt AND l.retractedAt > $knownAt
RETURN l{.*} AS l
