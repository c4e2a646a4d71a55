// The names, territory and terms of things, at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {Tied} r
UNWIND $ids AS id
MATCH (x:Node {id: id})-[r:COVERS|LIES_IN|HAS_TERM|CALLED]->(o:Node)
WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
RETURN r{.*} AS r
