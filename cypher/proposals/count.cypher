// Counts one more proposal.
MATCH (r:Revision {id: 'revision'})
SET r.proposals = coalesce(r.proposals, 0) + 1
