// The documents that sources lie in.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {Document} d
UNWIND $ids AS id
MATCH (s:Source {id: id})-[r:`IN`]->(d:Document)
WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
RETURN id, d{.*} AS d
