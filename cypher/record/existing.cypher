// Which of the ids name a node that is not retracted.
// @param {string[]} ids
// @param {number} never
// @row {string} id
UNWIND $ids AS id
MATCH (n:Node {id: id})
WHERE n.retractedAt = $never
RETURN n.id AS id
