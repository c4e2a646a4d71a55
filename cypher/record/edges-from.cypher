// What edges lead from nodes, as recorded now.
// @param {string[]} ids
// @param {number} never
// @row {string} id
// @row {string} other
UNWIND $ids AS id
MATCH (a:Node {id: id})-[r]->(b:Node)
WHERE r.retractedAt = $never
RETURN r.id AS id, b.id AS other
