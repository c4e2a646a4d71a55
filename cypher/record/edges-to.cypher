// What edges lead to nodes, as recorded now.
// @param {string[]} ids
// @param {number} never
// @row {string} id
// @row {string} other
UNWIND $ids AS id
MATCH (b:Node {id: id})<-[r]-(a:Node)
WHERE r.retractedAt = $never
RETURN r.id AS id, a.id AS other
