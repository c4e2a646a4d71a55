// Takes the lock on the revision, so that one writer at a time writes.
MERGE (r:Revision {id: 'revision'})
ON CREATE SET r.number = 0, r.at = 0, r.locked = true
ON MATCH SET r.locked = true
