// Appointments to bodies of which writers say what differs; of a time of the record, also those that were written since.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} body
// @row {Appointment} a
UNWIND $ids AS id
MATCH (b:Body {id: id})<-[:TO]-(a:Appointment)
WHERE a.conflicts IS NOT NULL OR a.recordedAt > $knownAt
RETURN b.id AS body, a{.*} AS a
