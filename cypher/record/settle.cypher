// Says that no write is under way, and of which revision all is there: it waits for the lock on the revision.
MATCH (r:Revision {id: 'revision'})
SET r.writing = false, r.settled = r.number, r.settledItems = coalesce(r.items, 0)
