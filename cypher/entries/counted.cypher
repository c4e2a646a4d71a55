// How many entries were written.
// @row {number} count
MATCH (r:Revision {id: 'revision'})
RETURN coalesce(r.entries, 0) AS count
