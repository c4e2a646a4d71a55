// Takes the lock on the revision, so that one writer at a time writes. The first one says in which format the graph is written.
// @param {number} format
MERGE (r:Revision {id: 'revision'})
ON CREATE SET r.number = 0, r.at = 0, r.locked = true, r.format = $format
ON MATCH SET r.locked = true
