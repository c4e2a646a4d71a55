// The newest revision of which all is there, how many items the feed held by it, and the time of the newest revision; no row before the first.
// @row {number} revision
// @row {number} items
// @row {number} at
MATCH (r:Revision {id: 'revision'})
RETURN coalesce(r.settled, 0) AS revision, coalesce(r.settledItems, 0) AS items, r.at AS at
