// Keeps buckets of rows: a full replace, not a merge.
// @param {KeptRows[]} rows
UNWIND $rows AS row
MERGE (k:KeptRows {id: row.id})
SET k = row
