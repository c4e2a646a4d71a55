// When edges were first recorded, at a time of the record.
// @param {{id: string, fromId: string, toId: string}[]} edges
// @param {number} knownAt
// @row {string} id
// @row {number} at
UNWIND $edges AS edge
MATCH (a:Node {id: edge.fromId})-[r]->(b:Node {id: edge.toId})
WHERE r.id = edge.id AND r.recordedAt <= $knownAt
RETURN r.id AS id, min(r.recordedAt) AS at
