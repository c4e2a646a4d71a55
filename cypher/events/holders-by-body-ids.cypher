// Who sits in bodies at any day, at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} person
UNWIND $ids AS id
MATCH (b:Body {id: id})<-[m:MEMBER_OF]-(p:Person)
WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
RETURN DISTINCT p.id AS person
