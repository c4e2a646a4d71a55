// The bodies all of whose members documents list.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} body
UNWIND $ids AS id
MATCH (d:Document {id: id})-[r:LISTS]->(b:Body)
WHERE r.complete
  AND r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
RETURN DISTINCT b.id AS body
