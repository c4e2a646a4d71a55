// Counts one more entry. Returns how many were written then.
// @row {number} count
MATCH (r:Revision {id: 'revision'})
SET r.entries = coalesce(r.entries, 0) + 1
RETURN r.entries AS count
