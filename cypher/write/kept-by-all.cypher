// Buckets of the rows that all writers keep, in the order of their ids, after one of these.
// @param {string} after
// @param {number} limit
// @row {KeptRows} k
MATCH (k:KeptRows)
WHERE k.id > $after
WITH k ORDER BY k.id LIMIT $limit
RETURN k{.*} AS k
