// The newest committed revision, its time, and whether a write is under way; no row before the first.
// @row {number} number
// @row {number} at
// @row {boolean} writing
MATCH (r:Revision {id: 'revision'})
RETURN r.number AS number, r.at AS at, coalesce(r.writing, false) AS writing
