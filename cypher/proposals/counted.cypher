// How many proposals were made.
// @row {number} count
MATCH (r:Revision {id: 'revision'})
RETURN coalesce(r.proposals, 0) AS count
