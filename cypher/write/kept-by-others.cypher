// Buckets of the rows that writers other than one keep, in the order of their ids, after one of these.
// @param {string} writer
// @param {string} after
// @param {number} limit
// @row {KeptRows} k
MATCH (k:KeptRows)
WHERE k.writer <> $writer AND k.id > $after
WITH k ORDER BY k.id LIMIT $limit
RETURN k{.*} AS k
