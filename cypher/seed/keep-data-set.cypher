// Remembers a data set and the hash of its files.
// @param {string} id
// @param {DataSet} row
MERGE (d:DataSet {id: $id})
SET d = $row
