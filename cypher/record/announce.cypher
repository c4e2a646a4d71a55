// Says that a write is under way, before it begins.
MERGE (r:Revision {id: 'revision'})
ON CREATE SET r.number = 0, r.at = 0, r.writing = true
ON MATCH SET r.writing = true
