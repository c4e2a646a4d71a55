// Takes the lock on the revision, so that one writer at a time writes; `whole`: all of a commit is seen at once. The first one says in which format the graph is written. Returns the newest revision, its time, whether a write is under way, the last revision by which anything was recorded, how many items the feed holds, how many entries were written, and in which format the graph is written.
// @param {number} format
// @param {boolean} whole
// @row {number} number
// @row {number} at
// @row {boolean} writing
// @row {number} written
// @row {number} items
// @row {number} entries
// @row {number|null} format
MERGE (r:Revision {id: 'revision'})
ON CREATE SET r.number = 0, r.at = 0, r.whole = $whole, r.format = $format
ON MATCH SET r.whole = $whole
RETURN r.number AS number, r.at AS at, coalesce(r.writing, false) AS writing, coalesce(r.written, r.number) AS written, coalesce(r.items, 0) AS items, coalesce(r.entries, 0) AS entries, r.format AS format
