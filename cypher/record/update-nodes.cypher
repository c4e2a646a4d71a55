// Writes nodes anew: a full replace, not a merge.
// @param {Recorded[]} rows
UNWIND $rows AS row
MATCH (n:Node {id: row.id})
SET n = row
