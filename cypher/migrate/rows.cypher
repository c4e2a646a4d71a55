// Some of what a data set last wrote, in a graph of format 2.
// @param {string} dataSet
// @param {number} limit
// @row {EarlierRow} r
MATCH (r:Row)
WHERE r.dataSet = $dataSet
WITH r ORDER BY r.id LIMIT $limit
RETURN r{.*} AS r
