// The newest committed revision, its time, whether a write is under way, and how many erasures there were; no row before the first.
// @row {number} number
// @row {number} at
// @row {boolean} writing
// @row {number} erasures
MATCH (r:Revision {id: 'revision'})
RETURN r.number AS number, r.at AS at, coalesce(r.writing, false) AS writing, coalesce(r.erasures, 0) AS erasures
