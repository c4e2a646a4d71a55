// Buckets of the rows that writers keep.
// @param {string[]} ids
// @row {KeptRows} k
UNWIND $ids AS id
MATCH (k:KeptRows {id: id})
RETURN k{.*} AS k
