// Every version of edges that led from another node to one to which they led from these, at all times of the record.
// @param {{id: string, fromId: string}[]} edges
// @row {Record<string, unknown>} r
UNWIND $edges AS edge
MATCH (x:Node {id: edge.fromId})-[e]->(o:Node)
WHERE e.id = edge.id
WITH DISTINCT edge, o
MATCH (o)<-[r]-(y:Node)
WHERE r.id = edge.id AND y.id <> edge.fromId
RETURN r{.*} AS r
