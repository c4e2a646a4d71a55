// How places are governed, at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {Relation} r
UNWIND $ids AS id
MATCH (x:Node {id: id})<-[r:GOVERNS]-(b:Body)
WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
RETURN r{.*} AS r
