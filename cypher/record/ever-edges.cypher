// Which of the edges were ever recorded.
// @param {{id: string, fromId: string, toId: string}[]} edges
// @row {string} id
UNWIND $edges AS edge
MATCH (a:Node {id: edge.fromId})-[r]->(b:Node {id: edge.toId})
WHERE r.id = edge.id
RETURN DISTINCT r.id AS id
