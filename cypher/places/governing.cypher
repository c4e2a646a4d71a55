// How bodies govern places, at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {Relation} r
UNWIND $ids AS id
MATCH (b:Body {id: id})-[r:GOVERNS]->(x:Node)
WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
RETURN r{.*} AS r
