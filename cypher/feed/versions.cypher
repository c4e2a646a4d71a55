// Every version of edges that led from a node, at all times of the record.
// @param {{id: string, fromId: string}[]} edges
// @row {Record<string, unknown>} r
UNWIND $edges AS edge
MATCH (x:Node {id: edge.fromId})-[r]->(o:Node)
WHERE r.id = edge.id
RETURN r{.*} AS r
