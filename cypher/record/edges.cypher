// The present versions of edges.
// @param {{id: string, fromId: string, toId: string}[]} edges
// @param {number} never
// @row {Record<string, unknown>} r
UNWIND $edges AS edge
MATCH (a:Node {id: edge.fromId})-[r]->(b:Node {id: edge.toId})
WHERE r.id = edge.id AND r.retractedAt = $never
RETURN r{.*} AS r
