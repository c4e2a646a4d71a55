// Says in which format the graph is written.
// @param {number} format
MATCH (r:Revision {id: 'revision'})
SET r.format = $format
