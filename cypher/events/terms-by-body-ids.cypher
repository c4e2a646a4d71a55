// The terms of office of bodies at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {Relation} r
UNWIND $ids AS id
MATCH (b:Body {id: id})-[r:HAS_TERM]->(t:Term)
WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
RETURN r{.*} AS r
