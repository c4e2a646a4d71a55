// Remembers what a data set wrote.
// @param {{id: string, dataSet: string, json: string}[]} rows
UNWIND $rows AS row
MERGE (r:Row {id: row.id})
SET r = row
