// Keeps what is known of a writer, and buckets of its rows: a full replace, not a merge.
// @param {string} id
// @param {Writer} row
// @param {KeptRows[]} buckets
MERGE (w:Writer {id: $id})
SET w = $row
WITH w
UNWIND $buckets AS bucket
MERGE (k:KeptRows {id: bucket.id})
SET k = bucket
