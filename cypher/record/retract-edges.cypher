// Ends the recorded time of the present versions of edges.
// @param {{id: string, fromId: string, toId: string}[]} edges
// @param {number} at
// @param {number} never
UNWIND $edges AS edge
MATCH (a:Node {id: edge.fromId})-[r]->(b:Node {id: edge.toId})
WHERE r.id = edge.id AND r.retractedAt = $never
SET r.retractedAt = $at
