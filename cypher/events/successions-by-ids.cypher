// What succeeds bodies, parties and places, at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {Tied} r
UNWIND $ids AS id
MATCH (x:Principal {id: id})<-[r:SUCCEEDS]-(o:Principal)
WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
RETURN r{.*} AS r
