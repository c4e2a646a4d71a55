// The newest revision, its time, whether a write is under way, the last revision by which anything was recorded, how many items the feed holds, and in which format the graph is written.
// @row {number} number
// @row {number} at
// @row {boolean} writing
// @row {number} written
// @row {number} items
// @row {number|null} format
MATCH (r:Revision {id: 'revision'})
RETURN r.number AS number, r.at AS at, coalesce(r.writing, false) AS writing, coalesce(r.written, r.number) AS written, coalesce(r.items, 0) AS items, r.format AS format
