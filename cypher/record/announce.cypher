// Says that a write is under way, before it begins. The first one says in which format the graph is written.
// @param {number} format
MERGE (r:Revision {id: 'revision'})
ON CREATE SET r.number = 0, r.at = 0, r.writing = true, r.format = $format
ON MATCH SET r.writing = true
