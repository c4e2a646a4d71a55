// The newest committed revision and its time; no row before the first.
// @row {number} number
// @row {number} at
MATCH (r:Revision {id: 'revision'})
RETURN r.number AS number, r.at AS at
