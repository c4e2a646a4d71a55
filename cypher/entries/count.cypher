// Counts one more entry.
MATCH (r:Revision {id: 'revision'})
SET r.entries = coalesce(r.entries, 0) + 1
