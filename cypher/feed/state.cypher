// The newest revision of which all is there, how many items the feed held by it, and the time of the newest revision; no row before the first.
// @row {number} revision
// @row {number} items
// @row {number} at
MATCH (r:Revision {id: 'revision'})
RETURN CASE WHEN r.whole THEN r.number ELSE coalesce(r.settled, 0) END AS revision, CASE WHEN r.whole THEN coalesce(r.items, 0) ELSE coalesce(r.settledItems, 0) END AS items, r.at AS at
