// What a data set last wrote.
// @param {string} dataSet
// @row {string} id
// @row {string} json
MATCH (r:Row {dataSet: $dataSet})
RETURN r.id AS id, r.json AS json
