// Keeps the present state of nodes as a version, before they are written anew.
// @param {string[]} ids
// @param {number} at
UNWIND $ids AS id
MATCH (n:Node {id: id})
CREATE (v:Version)-[:OF]->(n)
SET v = properties(n), v.retractedAt = $at
