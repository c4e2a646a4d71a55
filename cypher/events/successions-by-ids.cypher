// What succeeds bodies, at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {Tied} r
UNWIND $ids AS id
MATCH (b:Body {id: id})<-[r:SUCCEEDS]-(o:Body)
WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
RETURN r{.*} AS r
