// The terms of office of bodies as they are recorded now.
// @param {string[]} ids
// @param {number} never
// @row {Relation} r
UNWIND $ids AS id
MATCH (b:Body {id: id})-[r:HAS_TERM]->(t:Term)
WHERE r.retractedAt = $never
RETURN r{.*} AS r
