// Forgets buckets of rows.
// @param {string[]} ids
UNWIND $ids AS id
MATCH (k:KeptRows {id: id})
DELETE k
