// Which of the ids name a node that was ever recorded.
// @param {string[]} ids
// @row {string} id
UNWIND $ids AS id
MATCH (n:Node {id: id})
RETURN n.id AS id
