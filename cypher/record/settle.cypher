// Says that no write is under way: it waits for the lock on the revision.
MATCH (r:Revision {id: 'revision'})
SET r.writing = false
