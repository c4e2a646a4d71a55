// Ends the recorded time of nodes.
// @param {string[]} ids
// @param {number} at
UNWIND $ids AS id
MATCH (n:Node {id: id})
SET n.retractedAt = $at
